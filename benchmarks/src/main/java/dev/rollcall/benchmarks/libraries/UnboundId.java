package dev.rollcall.benchmarks.libraries;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.unboundid.scim2.common.GenericScimResource;
import com.unboundid.scim2.common.filters.Filter;
import com.unboundid.scim2.common.messages.PatchRequest;
import com.unboundid.scim2.common.types.UserResource;
import com.unboundid.scim2.common.utils.FilterEvaluator;
import com.unboundid.scim2.common.utils.JsonUtils;
import dev.rollcall.benchmarks.contest.Inputs;
import dev.rollcall.benchmarks.contest.Library;
import dev.rollcall.benchmarks.contest.Operation;
import dev.rollcall.benchmarks.contest.Task;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * UnboundID's SCIM 2 SDK: users as its {@code UserResource} where they are read and written, as {@code GenericScimResource}
 * where they are filtered and patched, which is what its filters and patches take. It has no server.
 */
final class UnboundId implements Library {
    @Override
    public String name() {
        return "unboundid";
    }

    @Override
    public @Nullable Operation open(Task task) throws Exception {
        return switch (task) {
            case PARSE_SIMPLE -> parse(Inputs.SIMPLE_FILTER);
            case PARSE_LONG -> parse(Inputs.LONG_FILTER);
            case EVALUATE_HIT -> evaluate(Inputs.user());
            case EVALUATE_MISS -> evaluate(Inputs.missed());
            case DECODE -> decode();
            case ENCODE -> encode();
            case PATCH_EMAIL -> patch(Inputs.user(), Inputs.emailPatches());
            case MEMBER_10, MEMBER_10000 -> members(task.members());
            default -> null;
        };
    }

    private static Operation parse(String text) {
        return Operation.of(
                i -> Filter.fromString(text),
                Filter.class,
                filter -> Trees.matches(user -> FilterEvaluator.evaluate(filter, node(user))));
    }

    private static Operation evaluate(byte[] user) throws Exception {
        Filter filter = Filter.fromString(Inputs.LONG_FILTER);
        ObjectNode node = node(user);
        return Operation.of(i -> FilterEvaluator.evaluate(filter, node), Boolean.class, Trees::of);
    }

    private static Operation decode() {
        byte[] user = Inputs.user();
        List<byte[]> malformed = Inputs.malformed();
        return Operation.of(
                i -> read(Inputs.toDecode(user, malformed, i)),
                UserResource.class,
                resource -> Inputs.tree(write(resource)));
    }

    private static Operation encode() throws IOException {
        UserResource user = read(Inputs.user());
        return Operation.of(i -> write(user), byte[].class, Inputs::tree);
    }

    private static Operation patch(byte[] resource, List<byte[]> patches) throws IOException {
        GenericScimResource state = new GenericScimResource(node(resource));
        return Operation.of(
                i -> {
                    patch(patches.get(i & 1)).apply(state);
                    return state;
                },
                GenericScimResource.class,
                patched -> Inputs.tree(JsonUtils.getObjectWriter().writeValueAsBytes(patched)));
    }

    private static Operation members(int count) throws IOException {
        GenericScimResource group = new GenericScimResource(node(Inputs.group(count)));
        List<byte[]> patches = Inputs.memberPatches(Inputs.memberId(count));
        return Operation.of(
                i -> {
                    patch(patches.get(i & 1)).apply(group);
                    return group;
                },
                GenericScimResource.class,
                patched -> Trees.of(patched.getObjectNode().path("members").size()));
    }

    private static PatchRequest patch(byte[] json) throws IOException {
        return JsonUtils.getObjectReader().forType(PatchRequest.class).readValue(json);
    }

    private static UserResource read(byte[] json) throws IOException {
        return JsonUtils.getObjectReader().forType(UserResource.class).readValue(json);
    }

    private static byte[] write(UserResource user) throws IOException {
        return JsonUtils.getObjectWriter().writeValueAsBytes(user);
    }

    private static ObjectNode node(byte[] json) throws IOException {
        return JsonUtils.getObjectReader().forType(ObjectNode.class).readValue(json);
    }
}

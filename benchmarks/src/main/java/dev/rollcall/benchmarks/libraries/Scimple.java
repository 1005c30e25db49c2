package dev.rollcall.benchmarks.libraries;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.rollcall.benchmarks.contest.Inputs;
import dev.rollcall.benchmarks.contest.Library;
import dev.rollcall.benchmarks.contest.Operation;
import dev.rollcall.benchmarks.contest.Requests;
import dev.rollcall.benchmarks.contest.Task;
import java.util.List;
import java.util.function.Predicate;
import org.apache.directory.scim.core.json.ObjectMapperFactory;
import org.apache.directory.scim.core.repository.DefaultPatchHandler;
import org.apache.directory.scim.core.schema.SchemaRegistry;
import org.apache.directory.scim.protocol.data.PatchRequest;
import org.apache.directory.scim.spec.extension.EnterpriseExtension;
import org.apache.directory.scim.spec.filter.Filter;
import org.apache.directory.scim.spec.filter.FilterExpressions;
import org.apache.directory.scim.spec.resources.ScimGroup;
import org.apache.directory.scim.spec.resources.ScimResource;
import org.apache.directory.scim.spec.resources.ScimUser;
import org.jspecify.annotations.Nullable;

/** Apache SCIMple: its object mapper, its filters in memory, its patch handler, and its JAX-RS resources. */
final class Scimple implements Library {
    private final SchemaRegistry registry = registry();
    private final ObjectMapper mapper = ObjectMapperFactory.createObjectMapper(registry);

    @Override
    public String name() {
        return "scimple";
    }

    static SchemaRegistry registry() {
        SchemaRegistry registry = new SchemaRegistry();
        registry.addSchema(ScimUser.class, List.of(EnterpriseExtension.class));
        registry.addSchema(ScimGroup.class, List.of());
        return registry;
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
            case PATCH_EMAIL -> patch();
            case MEMBER_10, MEMBER_10000 -> members(task.members());
            case MEMBER_1000000, MEMBER_10_BESIDE -> null;
            default -> Requests.on(task, ScimpleService::empty);
        };
    }

    private Operation parse(String text) {
        return Operation.of(i -> new Filter(text), Filter.class, filter -> {
            Predicate<ScimResource> predicate = predicate(filter);
            return Trees.matches(user -> predicate.test(read(user)));
        });
    }

    private Predicate<ScimResource> predicate(Filter filter) {
        return FilterExpressions.inMemory(filter, registry.getSchema(ScimUser.SCHEMA_URI));
    }

    private Operation evaluate(byte[] user) throws Exception {
        Predicate<ScimResource> predicate = predicate(new Filter(Inputs.LONG_FILTER));
        ScimUser resource = read(user);
        return Operation.of(i -> predicate.test(resource), Boolean.class, Trees::of);
    }

    private Operation decode() {
        byte[] user = Inputs.user();
        List<byte[]> malformed = Inputs.malformed();
        return Operation.of(
                i -> read(Inputs.toDecode(user, malformed, i)),
                ScimUser.class,
                resource -> Inputs.tree(mapper.writeValueAsBytes(resource)));
    }

    private Operation encode() throws Exception {
        ScimUser user = read(Inputs.user());
        return Operation.of(i -> mapper.writeValueAsBytes(user), byte[].class, Inputs::tree);
    }

    private Operation patch() throws Exception {
        DefaultPatchHandler handler = new DefaultPatchHandler(registry);
        List<byte[]> patches = Inputs.emailPatches();
        ScimUser[] state = {read(Inputs.user())};
        return Operation.of(
                i -> state[0] =
                        handler.apply(state[0], request(patches.get(i & 1)).getPatchOperationList()),
                ScimUser.class,
                user -> Inputs.tree(mapper.writeValueAsBytes(user)));
    }

    private Operation members(int count) throws Exception {
        DefaultPatchHandler handler = new DefaultPatchHandler(registry);
        List<byte[]> patches = Inputs.memberPatches(Inputs.memberId(count));
        ScimGroup[] state = {mapper.readValue(Inputs.group(count), ScimGroup.class)};
        return Operation.of(
                i -> state[0] =
                        handler.apply(state[0], request(patches.get(i & 1)).getPatchOperationList()),
                ScimGroup.class,
                group -> Trees.of(group.getMembers().size()));
    }

    private PatchRequest request(byte[] json) throws Exception {
        return mapper.readValue(json, PatchRequest.class);
    }

    private ScimUser read(byte[] json) throws Exception {
        return mapper.readValue(json, ScimUser.class);
    }
}

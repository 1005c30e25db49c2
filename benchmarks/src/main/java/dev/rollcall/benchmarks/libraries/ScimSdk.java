package dev.rollcall.benchmarks.libraries;

import de.captaingoldfish.scim.sdk.common.constants.enums.HttpMethod;
import de.captaingoldfish.scim.sdk.common.request.PatchOpRequest;
import de.captaingoldfish.scim.sdk.common.resources.Group;
import de.captaingoldfish.scim.sdk.common.resources.ResourceNode;
import de.captaingoldfish.scim.sdk.common.resources.User;
import de.captaingoldfish.scim.sdk.common.resources.base.ScimObjectNode;
import de.captaingoldfish.scim.sdk.common.utils.JsonHelper;
import de.captaingoldfish.scim.sdk.server.endpoints.Context;
import de.captaingoldfish.scim.sdk.server.endpoints.validation.RequestContextException;
import de.captaingoldfish.scim.sdk.server.filter.FilterNode;
import de.captaingoldfish.scim.sdk.server.filter.resources.FilterResourceResolver;
import de.captaingoldfish.scim.sdk.server.patch.PatchRequestHandler;
import de.captaingoldfish.scim.sdk.server.schemas.ResourceType;
import de.captaingoldfish.scim.sdk.server.schemas.validation.RequestResourceValidator;
import de.captaingoldfish.scim.sdk.server.utils.RequestUtils;
import dev.rollcall.benchmarks.contest.Inputs;
import dev.rollcall.benchmarks.contest.Library;
import dev.rollcall.benchmarks.contest.Operation;
import dev.rollcall.benchmarks.contest.Requests;
import dev.rollcall.benchmarks.contest.Task;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** SCIM-SDK: its validators, its filters on lists, its patch handler, and its endpoint. */
final class ScimSdk implements Library {
    private static final String ID = "1";

    @Override
    public String name() {
        return "scim-sdk";
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
            default -> Requests.on(task, ScimSdkService::empty);
        };
    }

    private static Operation parse(String text) {
        ScimSdkService service = ScimSdkService.empty();
        ResourceType type = service.type("User");
        return Operation.of(
                i -> RequestUtils.parseFilter(type, text),
                FilterNode.class,
                filter -> Trees.matches(user -> matches(service, List.of(read(user, User.class)), filter)));
    }

    private static boolean matches(ScimSdkService service, List<User> users, FilterNode filter) {
        return !FilterResourceResolver.filterResources(service.provider(), users, filter)
                .isEmpty();
    }

    /** Filters only work on lists, in a pool of threads; a list of one is the least that can be asked for. */
    private static Operation evaluate(byte[] user) {
        ScimSdkService service = ScimSdkService.empty();
        FilterNode filter = RequestUtils.parseFilter(service.type("User"), Inputs.LONG_FILTER);
        List<User> users = List.of(read(user, User.class));
        return Operation.of(i -> matches(service, users, filter), Boolean.class, Trees::of);
    }

    private static Operation decode() {
        ScimSdkService service = ScimSdkService.empty();
        ResourceType type = service.type("User");
        byte[] user = Inputs.user();
        List<byte[]> malformed = Inputs.malformed();
        return Operation.of(
                i -> decode(service, type, Inputs.toDecode(user, malformed, i)),
                ScimObjectNode.class,
                node -> Inputs.tree(node.toString().getBytes(StandardCharsets.UTF_8)));
    }

    /** As its endpoint does it. */
    private static ScimObjectNode decode(ScimSdkService service, ResourceType type, byte[] json) {
        RequestResourceValidator validator = new RequestResourceValidator(service.provider(), type, HttpMethod.POST);
        ScimObjectNode user = validator.validateDocument(JsonHelper.readJsonDocument(text(json)));
        if (validator.getValidationContext().hasErrors()) {
            throw new RequestContextException(validator.getValidationContext());
        }
        return user;
    }

    private static Operation encode() {
        User user = read(Inputs.user(), User.class);
        return Operation.of(i -> user.toString().getBytes(StandardCharsets.UTF_8), byte[].class, Inputs::tree);
    }

    private static Operation patch() {
        ScimSdkUsers.Users users = new ScimSdkUsers.Users();
        users.put(ID, read(Inputs.user(), User.class));
        ScimSdkService service = ScimSdkService.of(users, new ScimSdkUsers.Groups());
        List<byte[]> patches = Inputs.emailPatches();
        return Operation.of(
                i -> patched(service, "User", patches.get(i & 1)),
                ResourceNode.class,
                user -> Inputs.tree(user.toString().getBytes(StandardCharsets.UTF_8)));
    }

    private static Operation members(int count) {
        ScimSdkUsers.Groups groups = new ScimSdkUsers.Groups();
        groups.put(ID, read(Inputs.group(count), Group.class));
        ScimSdkService service = ScimSdkService.of(new ScimSdkUsers.Users(), groups);
        List<byte[]> patches = Inputs.memberPatches(Inputs.memberId(count));
        return Operation.of(
                i -> patched(service, "Group", patches.get(i & 1)),
                ResourceNode.class,
                group -> Trees.of(group.path("members").size()));
    }

    private static ResourceNode patched(ScimSdkService service, String type, byte[] patch) {
        return new PatchRequestHandler<ResourceNode>(
                        ID, service.type(type).getResourceHandlerImpl(), List.of(), new Context(null))
                .handlePatchRequest(JsonHelper.readJsonDocument(text(patch), PatchOpRequest.class));
    }

    private static <T extends ResourceNode> T read(byte[] json, Class<T> type) {
        return JsonHelper.readJsonDocument(text(json), type);
    }

    /** It takes no bytes. */
    private static String text(byte[] json) {
        return new String(json, StandardCharsets.UTF_8);
    }
}

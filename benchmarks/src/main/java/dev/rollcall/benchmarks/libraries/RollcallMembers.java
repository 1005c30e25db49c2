package dev.rollcall.benchmarks.libraries;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rollcall.benchmarks.contest.Inputs;
import dev.rollcall.benchmarks.contest.Operation;
import dev.rollcall.benchmarks.contest.Service;
import dev.rollcall.benchmarks.contest.Task;
import dev.rollcall.benchmarks.load.Bodies;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Members of a group in the store, changed by whole requests: whatever else a request costs counts against Rollcall, where
 * the others only change a group that they hold already.
 */
final class RollcallMembers {
    private static final int AT_ONCE = 1_000;
    private static final byte[] NOTHING = {};

    private RollcallMembers() {}

    static Operation open(Task task) throws Exception {
        Service service = RollcallService.empty();
        boolean beside = task == Task.MEMBER_10_BESIDE;
        int users = beside ? Task.MEMBER_1000000.members() : task.members();
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < users; i++) {
            ids.add(create(service, "/Users", user(i)));
        }
        String big = group(service, ids);
        String group = beside ? group(service, ids.subList(0, task.members())) : big;
        List<byte[]> patches = Inputs.memberPatches(create(service, "/Users", user(users)));
        String target = "/Groups/" + group + "?attributes=displayName";
        return Operation.of(
                i -> service.handle("PATCH", target, patches.get(i & 1)),
                Service.Reply.class,
                reply -> members(service, group, reply));
    }

    private static JsonNode members(Service service, String group, Service.Reply changed) throws Exception {
        require(changed, 200);
        return Trees.of(
                Inputs.tree(service.handle("GET", "/Groups/" + group, NOTHING).body())
                        .path("members")
                        .size());
    }

    private static String group(Service service, List<String> ids) throws Exception {
        String group = create(service, "/Groups", Bodies.group("Tour Guides"));
        for (int i = 0; i < ids.size(); i += AT_ONCE) {
            List<String> some = ids.subList(i, Math.min(ids.size(), i + AT_ONCE));
            byte[] patch = Bodies.patch(List.of(Bodies.add(some))).getBytes(StandardCharsets.UTF_8);
            require(service.handle("PATCH", "/Groups/" + group + "?attributes=displayName", patch), 200);
        }
        return group;
    }

    private static String create(Service service, String endpoint, String body) throws Exception {
        Service.Reply reply = service.handle("POST", endpoint, body.getBytes(StandardCharsets.UTF_8));
        return Inputs.tree(require(reply, 201).body()).path("id").asText();
    }

    private static Service.Reply require(Service.Reply reply, int status) throws IOException {
        if (reply.status() != status) {
            throw new IOException("An answer with " + reply.status() + " instead of " + status + ": "
                    + new String(reply.body(), StandardCharsets.UTF_8));
        }
        return reply;
    }

    /** Small, since a million of them are only there to be members. */
    private static String user(int number) {
        return "{\"schemas\":[\"urn:ietf:params:scim:schemas:core:2.0:User\"],\"userName\":\"user" + number + "\"}";
    }
}

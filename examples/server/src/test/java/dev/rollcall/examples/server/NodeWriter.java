package dev.rollcall.examples.server;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rollcall.examples.server.Ledger.Entry;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Writes users of its own, and makes them members of groups that it shares with others, at whichever node. */
final class NodeWriter implements Callable<Ledger> {
    private static final String USER = "urn:ietf:params:scim:schemas:core:2.0:User";
    private static final String PATCH = "{\"schemas\":[\"urn:ietf:params:scim:api:messages:2.0:PatchOp\"],"
            + "\"Operations\":[{\"op\":\"%s\",\"path\":\"%s\"%s}]}";
    private static final String BULK =
            "{\"schemas\":[\"urn:ietf:params:scim:api:messages:2.0:BulkRequest\"]," + "\"Operations\":[%s]}";

    private final Nodes nodes;
    private final NodeClient client;
    private final List<String> groups;
    private final String name;
    private final SplittableRandom random;
    private final AtomicBoolean stop;
    private final Semaphore acknowledged;
    private final Ledger ledger = new Ledger();
    private final List<String> usable = new ArrayList<>();
    private int made;

    NodeWriter(
            Nodes nodes,
            NodeClient client,
            List<String> groups,
            String name,
            AtomicBoolean stop,
            Semaphore acknowledged) {
        this.nodes = nodes;
        this.client = client;
        this.groups = groups;
        this.name = name;
        this.random = new SplittableRandom(name.hashCode());
        this.stop = stop;
        this.acknowledged = acknowledged;
    }

    /** Until it is told to stop; gives what must be true then. */
    @Override
    public Ledger call() {
        while (!stop.get()) {
            int dice = random.nextInt(20);
            if (usable.size() < 3 || dice < 6) {
                create();
            } else if (dice < 12) {
                member(true);
            } else if (dice < 14) {
                member(false);
            } else if (dice < 16) {
                replace();
            } else if (dice < 18) {
                delete();
            } else {
                bulk();
            }
        }
        return ledger;
    }

    /** The answer, which must have one of the statuses; empty if the node died. */
    private Optional<JsonNode> ask(String method, String path, @Nullable String body, int... allowed) {
        Optional<NodeClient.Answer> answer = client.ask(nodes.any(random), method, path, body);
        for (int i = 0; i < 10 && answer.filter(a -> a.status() == 503).isPresent(); i++) {
            // Nothing was done: the node stops, or too many write at once.
            answer = client.ask(nodes.any(random), method, path, body);
        }
        return answer.map(a -> {
            if (IntStream.of(allowed).noneMatch(status -> status == a.status())) {
                throw new AssertionError(method + " " + path + " is " + a.status() + ": " + a.body());
            }
            acknowledged.release();
            return a.body();
        });
    }

    private void create() {
        String userName = name + "-" + made++;
        Optional<JsonNode> answer = ask("POST", "/Users", user(userName, "first"), 201);
        created(userName, answer.map(user -> user.path("id").asText()));
    }

    private Entry created(String userName, Optional<String> id) {
        Entry entry = ledger.add(userName);
        entry.displayNames.add("first");
        id.ifPresentOrElse(
                known -> {
                    entry.id = known;
                    usable.add(userName);
                },
                () -> entry.displayNames.add(Ledger.ABSENT));
        return entry;
    }

    /** A user with a value in every column and table that a store may have. */
    static String user(String userName, String displayName) {
        return """
                {"schemas":["%s"],"userName":"%s","displayName":"%s","externalId":"x-%s","active":true,
                "name":{"givenName":"%s","familyName":"Ødegård"},
                "emails":[{"value":"%s@example.com","type":"work","primary":true},
                {"value":"%s@home.example","type":"home"}]}""".formatted(USER, userName, displayName, userName, userName, userName, userName);
    }

    private String anyUser() {
        return usable.get(random.nextInt(usable.size()));
    }

    /** What has become of the user is not known: nobody touches it any more. */
    private void leaveAlone(String userName) {
        usable.remove(userName);
    }

    private void member(boolean add) {
        String userName = anyUser();
        Entry user = ledger.add(userName);
        String group = groups.get(random.nextInt(groups.size()));
        String patch = add
                ? PATCH.formatted("add", "members", ",\"value\":[{\"value\":\"" + user.id + "\"}]")
                : PATCH.formatted("remove", "members[value eq \\\"" + user.id + "\\\"]", "");
        ask("PATCH", "/Groups/" + group + "?attributes=displayName", patch, 200, 204)
                .ifPresentOrElse(answer -> user.isMember(group, add), () -> {
                    user.mayHaveChanged(group);
                    leaveAlone(userName);
                });
    }

    private void replace() {
        String userName = anyUser();
        Entry user = ledger.add(userName);
        String displayName = "version " + made++;
        ask("PUT", "/Users/" + user.id, user(userName, displayName), 200)
                .ifPresentOrElse(answer -> user.is(displayName), () -> {
                    user.displayNames.add(displayName);
                    leaveAlone(userName);
                });
    }

    private void delete() {
        String userName = anyUser();
        Entry user = ledger.add(userName);
        leaveAlone(userName);
        ask("DELETE", "/Users/" + user.id, null, 204)
                .ifPresentOrElse(answer -> user.is(Ledger.ABSENT), () -> user.displayNames.add(Ledger.ABSENT));
    }

    /** Two users who join a group: three operations, each of which is done or not. */
    private void bulk() {
        String group = groups.get(random.nextInt(groups.size()));
        String one = name + "-" + made++;
        String other = name + "-" + made++;
        String join =
                PATCH.formatted("add", "members", ",\"value\":[{\"value\":\"bulkId:a\"},{\"value\":\"bulkId:b\"}]");
        String body = BULK.formatted("{\"method\":\"POST\",\"path\":\"/Users\",\"bulkId\":\"a\",\"data\":"
                + user(one, "first") + "},{\"method\":\"POST\",\"path\":\"/Users\",\"bulkId\":\"b\",\"data\":"
                + user(other, "first") + "},{\"method\":\"PATCH\",\"path\":\"/Groups/" + group + "\",\"data\":" + join
                + "}");
        Optional<JsonNode> answer = ask("POST", "/Bulk", body, 200);
        Entry first = created(one, answer.map(a -> id(a, 0)));
        Entry second = created(other, answer.map(a -> id(a, 1)));
        if (answer.isEmpty()) {
            first.mayHaveChanged(group);
            second.mayHaveChanged(group);
        } else if (answer.get().at("/Operations/2/status").asText().startsWith("2")) {
            first.isMember(group, true);
            second.isMember(group, true);
        } else {
            throw new AssertionError("A bulk request failed: " + answer.get());
        }
    }

    private static String id(JsonNode answer, int operation) {
        JsonNode done = answer.path("Operations").path(operation);
        if (!"201".equals(done.path("status").asText())) {
            throw new AssertionError("A bulk request failed: " + answer);
        }
        return done.path("location").asText().replaceFirst(".*/", "");
    }
}

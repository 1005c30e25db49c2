package dev.rollcall.scim.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.scim.store.Store;
import dev.rollcall.scim.store.memory.InMemoryStore;
import dev.rollcall.scim.testing.Generator;
import dev.rollcall.scim.testing.Property;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Random operations that refer to each other in any direction come to what a naive model says. */
class BulkPropertyTest {
    /** An operation: POST of a user or group of that bulkId, or PATCH or DELETE of one, with references. */
    private record Op(int index, String method, String target, String name, List<String> refs) {
        boolean user() {
            return target.startsWith("u");
        }

        boolean post() {
            return method.equals("POST");
        }

        String json() {
            String path = "/" + (user() ? "Users" : "Groups");
            String[] members = refs.stream().map(ref -> "bulkId:" + ref).toArray(String[]::new);
            if (post()) {
                return user()
                        ? BulkRequests.postUser(
                                target, name, refs.isEmpty() ? new String[0] : new String[] {manager(members[0])})
                        : BulkRequests.postGroup(target, name, members);
            }
            path += "/bulkId:" + target;
            if (method.equals("DELETE")) {
                return BulkRequests.delete(path);
            }
            return user()
                    ? BulkRequests.patch(path, "{'op':'add','value':{" + manager(members[0]) + "}}")
                    : BulkRequests.patch(
                            path, "{'op':'add','path':'members','value':[{'value':'" + members[0] + "'}]}");
        }

        private static String manager(String reference) {
            return BulkRequests.manager(reference);
        }
    }

    @Test
    void a_bulk_on_a_store_with_everything_comes_to_what_the_model_says() {
        check(InMemoryStore.create());
    }

    @Test
    void a_bulk_on_the_smallest_store_comes_to_what_the_model_says() {
        check(Stores.sixMethods());
    }

    private static void check(Store store) {
        Server lenient = new Server(store);
        Server strict = new Server(store, b -> b.options(Options.DEFAULT.withStrictMemberReferences(true)));
        boolean relation = store.capabilities().memberships();
        Property.check("a bulk request equals the model", g -> {
            boolean strictly = g.show("strict", g.bool());
            compare(g, relation, strictly, strictly ? strict : lenient);
        });
    }

    private static void compare(Generator g, boolean relation, boolean strict, Server server) {
        List<Op> ops = g.show("operations", operations(g));
        int failOnErrors = g.show("failOnErrors", g.oneIn(3) ? g.between(1, 3) : 0);
        Model model = new Model(ops, relation, strict, failOnErrors == 0 ? Integer.MAX_VALUE : failOnErrors);
        model.run();

        Server.Answer answer = server.post(
                "/Bulk",
                BulkRequests.bulk(failOnErrors, ops.stream().map(Op::json).toList()));
        assertThat(BulkRequests.statuses(answer))
                .isEqualTo(model.statuses.values().stream().map(String::valueOf).toList());

        Map<String, String> names = new HashMap<>();
        int at = 0;
        for (int index : model.statuses.keySet()) {
            if (ops.get(index).post() && model.statuses.get(index) == 201) {
                names.put(BulkRequests.id(answer, at), ops.get(index).target());
            }
            at++;
        }
        assertThat(state(server, names)).isEqualTo(model.state());
        names.forEach((id, target) -> {
            String place = (target.startsWith("u") ? "/Users/" : "/Groups/") + id;
            assertThat(server.get(place).text()).doesNotContain("bulkId");
            server.delete(place);
        });
    }

    private static List<Op> operations(Generator g) {
        int posts = g.between(1, 6);
        List<String> targets = new ArrayList<>();
        for (int i = 0; i < posts; i++) {
            targets.add(g.pick("u", "g", "g") + i);
        }
        List<Op> ops = new ArrayList<>();
        List<String> toPost = new ArrayList<>(targets);
        int size = posts + g.below(6);
        while (ops.size() < size) {
            boolean post = !toPost.isEmpty() && (g.bool() || size - ops.size() <= toPost.size());
            String target = post ? toPost.remove(g.below(toPost.size())) : g.pick(targets);
            String method = post ? "POST" : g.pick("PATCH", "PATCH", "DELETE");
            boolean user = target.startsWith("u");
            int least = method.equals("PATCH") ? 1 : 0;
            List<String> refs = method.equals("DELETE")
                    ? List.of()
                    : g.list(least, user || least == 1 ? 1 : 3, () -> g.oneIn(12) ? "unknown" : g.pick(targets));
            ops.add(new Op(ops.size(), method, target, user ? "name" + g.below(8) : "group", refs));
        }
        return ops;
    }

    /** What there is: users with their manager, groups with their members, by bulkId. */
    private static Map<String, Set<String>> state(Server server, Map<String, String> names) {
        Map<String, Set<String>> state = new TreeMap<>();
        server.get("/Users").json().path("Resources").forEach(user -> {
            String manager = user.path("urn:ietf:params:scim:schemas:extension:enterprise:2.0:User")
                    .path("manager")
                    .path("value")
                    .asText();
            state.put(
                    names.get(user.path("id").asText()),
                    manager.isEmpty() ? Set.of() : Set.of(names.getOrDefault(manager, manager)));
        });
        server.get("/Groups").json().path("Resources").forEach(group -> {
            Set<String> members = new TreeSet<>();
            group.path("members")
                    .forEach(m -> members.add(names.get(m.path("value").asText())));
            state.put(names.get(group.path("id").asText()), members);
        });
        return state;
    }

    /** Does the operations by looking for the next one again and again. */
    private static final class Model {
        private final List<Op> ops;
        private final boolean relation;
        private final boolean strict;
        private final int failOnErrors;
        private final Map<Integer, Integer> statuses = new TreeMap<>();
        private final Map<String, Set<String>> links = new TreeMap<>();
        private final Map<String, String> userNames = new HashMap<>();
        private final Set<String> everMade = new TreeSet<>();
        private int errors;

        private Model(List<Op> ops, boolean relation, boolean strict, int failOnErrors) {
            this.ops = ops;
            this.relation = relation;
            this.strict = strict;
            this.failOnErrors = failOnErrors;
        }

        private Map<String, Set<String>> state() {
            Map<String, Set<String>> state = new TreeMap<>();
            links.forEach((target, refs) -> state.put(
                    target,
                    target.startsWith("u")
                            ? refs
                            : refs.stream().filter(links::containsKey).collect(Collectors.toCollection(TreeSet::new))));
            return state;
        }

        private Set<Op> waitsFor(Op op) {
            Set<Op> others = new LinkedHashSet<>();
            for (Op other : ops) {
                boolean refers = other.post()
                        && (op.refs().contains(other.target())
                                || (!op.post() && op.target().equals(other.target())));
                boolean before = !op.post()
                        && !other.post()
                        && other.index() < op.index()
                        && other.target().equals(op.target());
                if (refers || before) {
                    others.add(other);
                }
            }
            return others;
        }

        private boolean reaches(Op from, Op to) {
            Set<Op> seen = new LinkedHashSet<>(waitsFor(from));
            List<Op> queue = new ArrayList<>(seen);
            while (!queue.isEmpty()) {
                waitsFor(queue.remove(0)).stream().filter(seen::add).forEach(queue::add);
            }
            return seen.contains(to);
        }

        private List<Op> circle(Op op) {
            return ops.stream()
                    .filter(o -> o == op || (reaches(o, op) && reaches(op, o)))
                    .toList();
        }

        private void run() {
            for (boolean more = true; more && errors < failOnErrors; ) {
                more = false;
                for (Op op : ops) {
                    List<Op> circle = circle(op);
                    boolean next = !statuses.containsKey(op.index())
                            && circle.get(circle.size() - 1) == op
                            && circle.stream()
                                    .flatMap(o -> waitsFor(o).stream())
                                    .allMatch(o -> circle.contains(o) || statuses.containsKey(o.index()));
                    if (next) {
                        step(circle);
                        more = true;
                        break;
                    }
                }
            }
        }

        private void step(List<Op> circle) {
            if (!circle.get(0).post()) {
                note(circle.get(0), change(circle.get(0)));
                return;
            }
            Set<String> own = circle.stream().map(Op::target).collect(Collectors.toSet());
            Map<Op, Integer> failures = new HashMap<>();
            for (Op op : circle) {
                if (!op.refs().stream().allMatch(ref -> own.contains(ref) || everMade.contains(ref))) {
                    failures.put(op, 409);
                }
            }
            if (failures.isEmpty()) {
                Set<String> taken = new TreeSet<>(userNames.values());
                for (Op op : circle) {
                    boolean known = op.refs().stream().allMatch(ref -> own.contains(ref) || links.containsKey(ref));
                    if (op.user() && !taken.add(op.name())) {
                        failures.put(op, 409);
                    } else if (!op.user() && strict && !known) {
                        failures.put(op, 400);
                    }
                }
                onlyFirst(failures, circle);
            }
            for (Op op : circle) {
                if (failures.isEmpty()) {
                    everMade.add(op.target());
                    links.put(op.target(), new TreeSet<>(op.refs()));
                    if (op.user()) {
                        userNames.put(op.target(), op.name());
                    }
                }
            }
            circle.forEach(op -> {
                // Who is deleted already does not join.
                if (failures.isEmpty() && !op.user()) {
                    links.get(op.target()).removeIf(ref -> !links.containsKey(ref));
                }
                note(op, failures.isEmpty() ? 201 : failures.getOrDefault(op, 409));
            });
        }

        /** Nothing is tried after the first failure; a store with a relation asks for members when all are inserted. */
        private void onlyFirst(Map<Op, Integer> failures, List<Op> circle) {
            List<Op> tried = new ArrayList<>(circle);
            if (relation) {
                tried.sort(Comparator.comparing(op -> !op.user()));
            }
            tried.stream()
                    .filter(failures::containsKey)
                    .findFirst()
                    .ifPresent(op -> failures.keySet().retainAll(Set.of(op)));
        }

        private int change(Op op) {
            boolean resolved = everMade.contains(op.target()) && everMade.containsAll(op.refs());
            if (!resolved) {
                return 409;
            }
            if (!links.containsKey(op.target())) {
                return 404;
            }
            if (op.method().equals("DELETE")) {
                links.remove(op.target());
                userNames.remove(op.target());
                return 204;
            }
            String ref = op.refs().get(0);
            if (op.user()) {
                links.put(op.target(), Set.of(ref));
                return 200;
            }
            if (!links.containsKey(ref)) {
                return strict ? 400 : 200;
            }
            links.get(op.target()).add(ref);
            return 200;
        }

        private void note(Op op, int status) {
            statuses.put(op.index(), status);
            errors += status >= 400 ? 1 : 0;
        }
    }
}

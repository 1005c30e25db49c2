package dev.rollcall.scim.protocol;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.function.Function;

/**
 * The order in which the operations of a bulk request are done (RFC 7644 §3.7, §3.7.1): that of the request, but an
 * operation that refers to resources of later POSTs waits for those, and then goes before all that come after it. POSTs
 * that wait for each other are one step, and take the place of the last of them. An operation on a resource also waits for
 * those before it on the same resource. What comes of an operation has no influence on the order.
 */
final class BulkOrder {
    private final List<List<Integer>> waitsFor;
    private final int[] group;
    private final List<List<Integer>> groups;

    private BulkOrder(List<List<Integer>> waitsFor) {
        this.waitsFor = waitsFor;
        this.groups = BulkCircles.of(waitsFor);
        this.group = new int[waitsFor.size()];
        for (int g = 0; g < groups.size(); g++) {
            for (int operation : groups.get(g)) {
                group[operation] = g;
            }
        }
    }

    /**
     * The steps, each of one operation or of POSTs that refer to each other in a circle.
     *
     * @param references the bulkIds that an operation refers to
     */
    static List<List<BulkOperation>> of(
            List<BulkOperation> operations, Function<BulkOperation, Set<String>> references) {
        return new BulkOrder(waitsFor(operations, references))
                .steps().stream()
                        .map(step -> step.stream().map(operations::get).toList())
                        .toList();
    }

    private static List<List<Integer>> waitsFor(
            List<BulkOperation> operations, Function<BulkOperation, Set<String>> references) {
        Map<String, Integer> posts = new HashMap<>();
        operations.stream().filter(BulkOperation::isPost).forEach(post -> posts.put(post.bulkId(), post.index()));
        Map<List<String>, Integer> last = new HashMap<>();
        List<List<Integer>> waitsFor = new ArrayList<>();
        for (BulkOperation operation : operations) {
            List<Integer> others = new ArrayList<>();
            if (operation.flaw() == null) {
                for (String bulkId : references.apply(operation)) {
                    if (posts.containsKey(bulkId)) {
                        others.add(posts.get(bulkId));
                    }
                }
                Integer before = operation.isPost() ? null : last.put(operation.path(), operation.index());
                if (before != null) {
                    others.add(before);
                }
            }
            waitsFor.add(others);
        }
        return waitsFor;
    }

    private List<List<Integer>> steps() {
        int[] missing = new int[groups.size()];
        List<List<Integer>> waiting = new ArrayList<>();
        groups.forEach(g -> waiting.add(new ArrayList<>()));
        for (int operation = 0; operation < group.length; operation++) {
            for (int other : waitsFor.get(operation)) {
                if (group[other] != group[operation]) {
                    missing[group[operation]]++;
                    waiting.get(group[other]).add(group[operation]);
                }
            }
        }
        PriorityQueue<Integer> ready = new PriorityQueue<>((a, b) -> Integer.compare(place(a), place(b)));
        for (int g = 0; g < missing.length; g++) {
            if (missing[g] == 0) {
                ready.add(g);
            }
        }
        List<List<Integer>> steps = new ArrayList<>();
        while (!ready.isEmpty()) {
            int next = ready.remove();
            steps.add(groups.get(next));
            for (int g : waiting.get(next)) {
                if (--missing[g] == 0) {
                    ready.add(g);
                }
            }
        }
        return steps;
    }

    private int place(int g) {
        List<Integer> members = groups.get(g);
        return members.get(members.size() - 1);
    }
}

package dev.rollcall.scim.protocol;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Deque;
import java.util.List;

/**
 * Finds what waits for each other in circles: the strongly connected components of a graph, by Tarjan's algorithm with a
 * stack of its own, because a chain of references can be as long as a request has operations. Not thread-safe.
 */
final class BulkCircles {
    private static final int UNSEEN = -1;

    private final List<List<Integer>> edges;
    private final int[] number;
    private final int[] lowest;
    private final int[] nextEdge;
    private final boolean[] open;
    private final Deque<Integer> way = new ArrayDeque<>();
    private final Deque<Integer> unassigned = new ArrayDeque<>();
    private final List<List<Integer>> components = new ArrayList<>();
    private int seen;

    private BulkCircles(List<List<Integer>> edges) {
        this.edges = edges;
        int size = edges.size();
        this.number = new int[size];
        Arrays.fill(number, UNSEEN);
        this.lowest = new int[size];
        this.nextEdge = new int[size];
        this.open = new boolean[size];
    }

    /**
     * The components, each in ascending order; a node outside of any circle is one alone.
     *
     * @param edges for each node the nodes that it waits for
     */
    static List<List<Integer>> of(List<List<Integer>> edges) {
        BulkCircles circles = new BulkCircles(edges);
        for (int node = 0; node < edges.size(); node++) {
            if (circles.number[node] == UNSEEN) {
                circles.walkFrom(node);
            }
        }
        return circles.components;
    }

    private void walkFrom(int start) {
        enter(start);
        while (!way.isEmpty()) {
            int node = way.getFirst();
            if (nextEdge[node] < edges.get(node).size()) {
                int to = edges.get(node).get(nextEdge[node]++);
                if (number[to] == UNSEEN) {
                    enter(to);
                } else if (open[to]) {
                    lowest[node] = Math.min(lowest[node], number[to]);
                }
            } else {
                leave(way.removeFirst());
            }
        }
    }

    private void enter(int node) {
        number[node] = seen;
        lowest[node] = seen;
        seen++;
        open[node] = true;
        unassigned.addFirst(node);
        way.addFirst(node);
    }

    private void leave(int node) {
        if (!way.isEmpty()) {
            int before = way.getFirst();
            lowest[before] = Math.min(lowest[before], lowest[node]);
        }
        if (lowest[node] == number[node]) {
            List<Integer> component = new ArrayList<>();
            int member;
            do {
                member = unassigned.removeFirst();
                open[member] = false;
                component.add(member);
            } while (member != node);
            Collections.sort(component);
            components.add(component);
        }
    }
}

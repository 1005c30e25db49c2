package dev.rollcall.scim.resource.precis;

import java.util.function.IntPredicate;

/** A text as its code points. Immutable. */
final class CodePoints {
    private final int[] points;

    private CodePoints(int[] points) {
        this.points = points;
    }

    static CodePoints of(String text) {
        return new CodePoints(text.codePoints().toArray());
    }

    int size() {
        return points.length;
    }

    int at(int index) {
        return points[index];
    }

    /** Whether there is a code point at the index, and it is such a one. */
    boolean has(int index, IntPredicate kind) {
        return index >= 0 && index < points.length && kind.test(points[index]);
    }

    boolean any(IntPredicate kind) {
        for (int point : points) {
            if (kind.test(point)) {
                return true;
            }
        }
        return false;
    }
}

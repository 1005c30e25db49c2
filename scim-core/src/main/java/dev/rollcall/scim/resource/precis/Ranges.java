package dev.rollcall.scim.resource.precis;

/** A set of code points, given as hexadecimal ranges in rising order. Immutable and thread-safe. */
final class Ranges {
    private final int[] starts;
    private final int[] ends;

    /** @param text such as {@code "ad 600-605"} */
    Ranges(String text) {
        String[] ranges = text.strip().split("\\s+");
        starts = new int[ranges.length];
        ends = new int[ranges.length];
        for (int i = 0; i < ranges.length; i++) {
            String[] bounds = ranges[i].split("-");
            starts[i] = Integer.parseInt(bounds[0], 16);
            ends[i] = Integer.parseInt(bounds[bounds.length - 1], 16);
        }
    }

    boolean contains(int codePoint) {
        int low = 0;
        int high = starts.length - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            if (codePoint < starts[middle]) {
                high = middle - 1;
            } else if (codePoint > ends[middle]) {
                low = middle + 1;
            } else {
                return true;
            }
        }
        return false;
    }
}

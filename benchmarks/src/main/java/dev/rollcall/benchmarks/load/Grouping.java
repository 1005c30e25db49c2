package dev.rollcall.benchmarks.load;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * Which groups there are, and who is in them: one with everybody, and series of groups whose sizes fall like 1, 1/2,
 * 1/3 …, as those of companies do, from a tenth of everybody down to ten. Immutable and thread-safe.
 *
 * @param users how many users there are
 * @param sizes the size of each group; the first one has everybody
 */
public record Grouping(int users, List<Integer> sizes) {
    private static final int SMALLEST = 10;
    private static final double GOLDEN = 0.6180339887498949;

    /** Groups with so many memberships together, at least one of everybody. */
    public static Grouping of(int users, long memberships) {
        List<Integer> sizes = new ArrayList<>(List.of(users));
        long left = memberships - users;
        int largest = Math.max(SMALLEST, users / 10);
        for (int rank = 1; left > 0; rank = largest / (rank + 1) < SMALLEST ? 1 : rank + 1) {
            int size = (int) Math.min(left, Math.min(users, largest / rank));
            sizes.add(size);
            left -= size;
        }
        return new Grouping(users, sizes);
    }

    /**
     * Some members of a group.
     *
     * @param group the group
     * @param start how many memberships the groups before it have
     * @param from the place of the first in the group
     * @param to the place behind the last
     */
    public record Chunk(int group, long start, int from, int to) {
        /** How many they are. */
        public int size() {
            return to - from;
        }
    }

    /** All memberships in chunks, shuffled, so that the first are no easier than the last. */
    public List<Chunk> chunks(int most, long seed) {
        List<Chunk> chunks = new ArrayList<>();
        long start = 0;
        for (int group = 0; group < sizes.size(); group++) {
            for (int from = 0; from < sizes.get(group); from += most) {
                chunks.add(new Chunk(group, start, from, Math.min(sizes.get(group), from + most)));
            }
            start += sizes.get(group);
        }
        Collections.shuffle(chunks, new Random(seed));
        return chunks;
    }

    /** The users of a chunk, by their place: scattered over all of them, and spread evenly over the groups. */
    public int[] members(Chunk chunk) {
        long stride = stride();
        int[] members = new int[chunk.size()];
        for (int i = 0; i < members.length; i++) {
            members[i] = (int) ((chunk.start() + chunk.from() + i) % users * stride % users);
        }
        return members;
    }

    /** A step through all users that comes to each one once. */
    private long stride() {
        long stride = Math.max(1, (long) (users * GOLDEN));
        while (gcd(stride, users) != 1) {
            stride++;
        }
        return stride;
    }

    private static long gcd(long a, long b) {
        return b == 0 ? a : gcd(b, a % b);
    }
}

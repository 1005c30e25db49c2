package dev.rollcall.scim.testing;

import java.util.SplittableRandom;

/**
 * Checks a property on many random cases, and says how to run a failing case again.
 *
 * <p>{@code -Drollcall.properties.runs} is how many cases there are, 2000 unless said otherwise;
 * {@code -Drollcall.properties.seed} is the seed of the first one, drawn unless said otherwise. The seed of each
 * further case is one more, so that a failing case is the first one of a run with its own seed.
 *
 * <pre>{@code
 * Property.check("a filter is read back as it was printed", g -> {
 *     Filter filter = g.show("filter", new RandomFilters(g, type).filter());
 *     assertThat(Filter.parse(filter.toString())).isEqualTo(filter);
 * });
 * }</pre>
 */
public final class Property {
    private static final String RUNS = "rollcall.properties.runs";
    private static final String SEED = "rollcall.properties.seed";
    private static final int DEFAULT_RUNS = 2000;

    private Property() {}

    /** What is asserted of one random case; fails by throwing anything. */
    @FunctionalInterface
    public interface Case {
        /** Draws from the generator and asserts. */
        void run(Generator generator) throws Throwable;
    }

    /**
     * Runs the cases.
     *
     * @throws AssertionError for the first that fails, with its seed and what it {@link Generator#show showed}
     */
    public static void check(String name, Case property) {
        check(name, 1, property);
    }

    /**
     * The same for a property whose cases cost much.
     *
     * @param share runs one case where others run that many
     */
    public static void check(String name, int share, Case property) {
        String seed = System.getProperty(SEED, "");
        long first = seed.isBlank() ? new SplittableRandom().nextLong() : Long.parseLong(seed.strip());
        int runs = (Integer.getInteger(RUNS, DEFAULT_RUNS) + share - 1) / share;
        for (int i = 0; i < runs; i++) {
            check(name, property, new Generator(first + i), i);
        }
    }

    private static void check(String name, Case property, Generator generator, int number) {
        try {
            property.run(generator);
        } catch (Throwable failure) {
            // All of them, since a StackOverflowError is among what the properties look for.
            throw new AssertionError(
                    "Property \"" + name + "\" fails in case " + number + generator.shown() + "\nrun it again with -D"
                            + SEED + "=" + generator.seed() + " -D" + RUNS + "=1\n" + failure,
                    failure);
        }
    }
}

package dev.rollcall.scim.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Supplier;

/** A source of random values that gives the same ones for the same seed; see {@link Property}. Not thread-safe. */
public final class Generator {
    private final long seed;
    private final SplittableRandom random;
    private final StringBuilder shown = new StringBuilder();

    /** A generator of that seed. */
    public Generator(long seed) {
        this.seed = seed;
        this.random = new SplittableRandom(seed);
    }

    /** The seed. */
    public long seed() {
        return seed;
    }

    /** Notes the value for the report of a failing case, and returns it. */
    public <T> T show(String label, T value) {
        shown.append('\n').append(label).append(": ").append(value);
        return value;
    }

    String shown() {
        return shown.toString();
    }

    /** A number from 0 to one less than the bound. */
    public int below(int bound) {
        return random.nextInt(bound);
    }

    /** A number between the two, both included. */
    public int between(int least, int most) {
        return random.nextInt(least, most + 1);
    }

    /** Any long; now and then one at the edges. */
    public long anyLong() {
        return oneIn(4) ? pick(0L, 1L, -1L, Long.MAX_VALUE, Long.MIN_VALUE) : random.nextLong() >> below(64);
    }

    /** True or false. */
    public boolean bool() {
        return random.nextBoolean();
    }

    /** True in one of that many cases. */
    public boolean oneIn(int cases) {
        return random.nextInt(cases) == 0;
    }

    /** One of the values. */
    public <T> T pick(List<T> values) {
        return values.get(below(values.size()));
    }

    /** One of the values. */
    @SafeVarargs
    public final <T> T pick(T... values) {
        return values[below(values.length)];
    }

    /** One of the possibilities, of which only the one picked is drawn. */
    @SafeVarargs
    public final <T> T either(Supplier<? extends T>... possibilities) {
        return possibilities[below(possibilities.length)].get();
    }

    /** Values, at least and at most that many. */
    public <T> List<T> list(int least, int most, Supplier<? extends T> value) {
        int size = between(least, most);
        List<T> values = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            values.add(value.get());
        }
        return values;
    }

    /** A text with all that makes texts hard, of 1 to 12 characters; see {@link RandomTexts}. */
    public String text() {
        return RandomTexts.text(this);
    }

    /** A short lower-case ASCII word from few, so that two are often the same. */
    public String word() {
        return RandomTexts.word(this);
    }
}

package dev.rollcall.benchmarks.contest;

import com.fasterxml.jackson.databind.JsonNode;

/** A task as a library does it, ready to be timed. Belongs to one thread. */
public interface Operation {
    /**
     * Does it once.
     *
     * @param i counts the times, from 0
     * @return whatever came out, so that nothing is left undone by a compiler that sees that nobody looks
     */
    Object run(int i) throws Exception;

    /** What came out, in a form that does not depend on the library; {@link Answers} tells which. */
    JsonNode answer(Object result) throws Exception;

    /** Back to the state of the beginning, where times leave something behind. Not timed. */
    default void reset() throws Exception {}

    /** What is timed. */
    @FunctionalInterface
    interface Run {
        /** Does it once. */
        Object run(int i) throws Exception;
    }

    /** How the outcome is shown. */
    @FunctionalInterface
    interface View<T> {
        /** The outcome as JSON. */
        JsonNode show(T result) throws Exception;
    }

    /** Of the two parts. */
    static <T> Operation of(Run run, Class<T> type, View<T> view) {
        return new Operation() {
            @Override
            public Object run(int i) throws Exception {
                return run.run(i);
            }

            @Override
            public JsonNode answer(Object result) throws Exception {
                return view.show(type.cast(result));
            }
        };
    }
}

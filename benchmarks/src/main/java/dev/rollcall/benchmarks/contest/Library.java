package dev.rollcall.benchmarks.contest;

import org.jspecify.annotations.Nullable;

/** One of those who are compared, used as its own documentation says. */
public interface Library {
    /** A short name for tables and options. */
    String name();

    /** Prepares a task; null if the library has nothing for it. */
    @Nullable
    Operation open(Task task) throws Exception;
}

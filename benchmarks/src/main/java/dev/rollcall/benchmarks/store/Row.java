package dev.rollcall.benchmarks.store;

/** One row of the table: measures something, and reports one figure or several. */
interface Row {
    /** What it is selected by. */
    String name();

    void measure(Site site, Figures figures) throws Exception;
}

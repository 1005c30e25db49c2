/** Figures, and the files that they are kept in. */
@NullMarked
package dev.rollcall.benchmarks.report;

import org.jspecify.annotations.NullMarked;

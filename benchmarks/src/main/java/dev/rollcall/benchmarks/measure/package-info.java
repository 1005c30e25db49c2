/** How something is timed, and what may be concluded from it. */
@NullMarked
package dev.rollcall.benchmarks.measure;

import org.jspecify.annotations.NullMarked;

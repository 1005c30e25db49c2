/** The people and groups of the benchmarks, and how they are loaded through SCIM. */
@NullMarked
package dev.rollcall.benchmarks.load;

import org.jspecify.annotations.NullMarked;

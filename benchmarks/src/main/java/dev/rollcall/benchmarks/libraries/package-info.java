/** Rollcall, the other libraries, and code by hand that does what cannot be avoided, each doing the same tasks. */
@NullMarked
package dev.rollcall.benchmarks.libraries;

import org.jspecify.annotations.NullMarked;

/** The databases that are measured, and what they tell about the work they do. */
@NullMarked
package dev.rollcall.benchmarks.database;

import org.jspecify.annotations.NullMarked;

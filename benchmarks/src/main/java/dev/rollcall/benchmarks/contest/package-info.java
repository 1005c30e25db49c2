/** What is compared with other libraries: the tasks, their inputs, and the check of the answers. */
@NullMarked
package dev.rollcall.benchmarks.contest;

import org.jspecify.annotations.NullMarked;

/** A server in a process of its own, and a client that costs little. */
@NullMarked
package dev.rollcall.benchmarks.http;

import org.jspecify.annotations.NullMarked;

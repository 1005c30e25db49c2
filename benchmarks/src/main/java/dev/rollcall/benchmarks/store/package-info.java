/** The figures of the relational store, a class for each row. */
@NullMarked
package dev.rollcall.benchmarks.store;

import org.jspecify.annotations.NullMarked;

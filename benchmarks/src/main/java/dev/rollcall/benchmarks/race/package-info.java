/** Times libraries against each other: by JMH what needs no server, by a load driver what needs one. */
@NullMarked
package dev.rollcall.benchmarks.race;

import org.jspecify.annotations.NullMarked;

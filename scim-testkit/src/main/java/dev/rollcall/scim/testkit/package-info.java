/** What a test of a Rollcall embedding wants at hand, beginning with a clock that it can set. */
@NullMarked
package dev.rollcall.scim.testkit;

import org.jspecify.annotations.NullMarked;

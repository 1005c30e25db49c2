/**
 * What an embedding application touches first: {@link dev.rollcall.scim.Rollcall} and its builder.
 *
 * <p>Below it, from the ground up: {@code error}, {@code schema}, {@code resource}, {@code codec}, {@code path}, {@code
 * filter}, {@code patch}, {@code query}, {@code store}, {@code protocol}. Each package knows only those before it.
 */
@NullMarked
package dev.rollcall.scim;

import org.jspecify.annotations.NullMarked;

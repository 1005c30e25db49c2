/** The SPIs that a store implements, with their contracts, and what core hands to them. */
@NullMarked
package dev.rollcall.scim.store;

import org.jspecify.annotations.NullMarked;

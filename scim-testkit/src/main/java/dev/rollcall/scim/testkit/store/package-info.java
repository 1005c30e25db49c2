/** The contract of {@link dev.rollcall.scim.store.Store} as tests, for whoever writes a store. */
@NullMarked
package dev.rollcall.scim.testkit.store;

import org.jspecify.annotations.NullMarked;

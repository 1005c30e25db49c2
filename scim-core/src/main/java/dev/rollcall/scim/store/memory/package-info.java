/** The store that keeps everything in this process: the default, for tests and for trying things out. */
@NullMarked
package dev.rollcall.scim.store.memory;

import org.jspecify.annotations.NullMarked;

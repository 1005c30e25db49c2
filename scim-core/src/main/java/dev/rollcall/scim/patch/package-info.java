/** PATCH as RFC 7644 §3.5.2 has it: operations, the engine that applies them, and the change that comes out. */
@NullMarked
package dev.rollcall.scim.patch;

import org.jspecify.annotations.NullMarked;

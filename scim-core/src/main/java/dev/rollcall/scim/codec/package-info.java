/** Bytes to resources and resources to bytes, against the compiled schema, with tolerance and projection. */
@NullMarked
package dev.rollcall.scim.codec;

import org.jspecify.annotations.NullMarked;

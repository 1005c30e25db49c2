/** Errors as SCIM knows them: one exception, and the {@code scimType} keywords it can carry. */
@NullMarked
package dev.rollcall.scim.error;

import org.jspecify.annotations.NullMarked;

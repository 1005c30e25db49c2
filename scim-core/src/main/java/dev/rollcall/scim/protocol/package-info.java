/** The operations of RFC 7644 on plain request and response values, without HTTP, and the one error mapper. */
@NullMarked
package dev.rollcall.scim.protocol;

import org.jspecify.annotations.NullMarked;

/** Reading and writing of values token by token; internal, shared by the codecs and the PATCH parser. */
@NullMarked
package dev.rollcall.scim.codec.internal;

import org.jspecify.annotations.NullMarked;

/** Resources as an immutable tree of typed values, with builders and thin views of User and Group. */
@NullMarked
package dev.rollcall.scim.resource;

import org.jspecify.annotations.NullMarked;

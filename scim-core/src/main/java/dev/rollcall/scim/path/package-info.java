/** Attribute paths as RFC 7644 §3.10 writes them, and their resolution against a resource type. */
@NullMarked
package dev.rollcall.scim.path;

import org.jspecify.annotations.NullMarked;

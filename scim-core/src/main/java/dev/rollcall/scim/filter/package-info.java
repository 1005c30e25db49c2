/** Filters and value paths of RFC 7644 §3.4.2.2 as a sealed tree: parsed, printed, and compiled to predicates. */
@NullMarked
package dev.rollcall.scim.filter;

import org.jspecify.annotations.NullMarked;

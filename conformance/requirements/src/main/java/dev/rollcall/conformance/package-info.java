/** What SCIM requires of a service provider, which tests show it, and the report of both. */
@NullMarked
package dev.rollcall.conformance;

import org.jspecify.annotations.NullMarked;

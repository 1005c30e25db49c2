/** SCIM clients that others wrote, against Rollcall over HTTP. */
@NullMarked
package dev.rollcall.conformance.clients;

import org.jspecify.annotations.NullMarked;

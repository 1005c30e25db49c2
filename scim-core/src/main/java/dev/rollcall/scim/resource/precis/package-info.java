/** Preparation of user names and passwords by the PRECIS framework (RFC 8264, RFC 8265), on the JDK's Unicode data. */
@NullMarked
package dev.rollcall.scim.resource.precis;

import org.jspecify.annotations.NullMarked;

/** How a host takes over passwords that clients set: the handler, the policy, and the password itself. */
@NullMarked
package dev.rollcall.scim.protocol.password;

import org.jspecify.annotations.NullMarked;

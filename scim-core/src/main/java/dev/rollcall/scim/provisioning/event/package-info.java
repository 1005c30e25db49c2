/** Events for the host application, after commit, at least once, in order for each account. */
@NullMarked
package dev.rollcall.scim.provisioning.event;

import org.jspecify.annotations.NullMarked;

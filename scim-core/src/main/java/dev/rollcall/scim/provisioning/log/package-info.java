/** The sync log: what provisioning did, skipped or refused, and why. */
@NullMarked
package dev.rollcall.scim.provisioning.log;

import org.jspecify.annotations.NullMarked;

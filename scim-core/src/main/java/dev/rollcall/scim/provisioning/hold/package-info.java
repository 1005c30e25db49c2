/** Legal holds: matters that keep accounts from ending. */
@NullMarked
package dev.rollcall.scim.provisioning.hold;

import org.jspecify.annotations.NullMarked;

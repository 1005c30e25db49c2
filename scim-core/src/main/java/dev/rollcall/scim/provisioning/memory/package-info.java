/** A provisioning store in memory, for tests and trials. */
@NullMarked
package dev.rollcall.scim.provisioning.memory;

import org.jspecify.annotations.NullMarked;

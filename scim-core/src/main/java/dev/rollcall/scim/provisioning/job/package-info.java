/** Work in the background that survives restarts: accounts that are evaluated anew. */
@NullMarked
package dev.rollcall.scim.provisioning.job;

import org.jspecify.annotations.NullMarked;

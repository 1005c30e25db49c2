/** Tenants: the customers of the host application, and what is set for each. */
@NullMarked
package dev.rollcall.scim.provisioning.tenant;

import org.jspecify.annotations.NullMarked;

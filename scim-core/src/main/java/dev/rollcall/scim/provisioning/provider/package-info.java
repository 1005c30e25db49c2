/** Provisioning providers: what pushes users and groups into a tenant, with its settings and credentials. */
@NullMarked
package dev.rollcall.scim.provisioning.provider;

import org.jspecify.annotations.NullMarked;

/** What a {@link dev.rollcall.scim.provisioning.store.ProvisioningStore} must do, as tests to extend. */
@NullMarked
package dev.rollcall.scim.testkit.provisioning;

import org.jspecify.annotations.NullMarked;

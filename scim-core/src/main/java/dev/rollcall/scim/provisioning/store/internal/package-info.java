/** The documents of {@link dev.rollcall.scim.provisioning.store.ProvisioningCodec}, one class a type. Not exported. */
@NullMarked
package dev.rollcall.scim.provisioning.store.internal;

import org.jspecify.annotations.NullMarked;

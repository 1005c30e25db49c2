/** Where provisioning keeps what it knows: an SPI of its own, in one transaction with the resources. */
@NullMarked
package dev.rollcall.scim.provisioning.store;

import org.jspecify.annotations.NullMarked;

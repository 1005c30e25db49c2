/** Accounts: what the host application knows a person by. */
@NullMarked
package dev.rollcall.scim.provisioning.account;

import org.jspecify.annotations.NullMarked;

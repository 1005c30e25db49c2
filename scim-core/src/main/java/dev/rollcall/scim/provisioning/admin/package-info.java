/**
 * The operations of administrators, as plain Java. Nothing is authorized here: whoever calls has asked already whether it is
 * allowed.
 */
@NullMarked
package dev.rollcall.scim.provisioning.admin;

import org.jspecify.annotations.NullMarked;

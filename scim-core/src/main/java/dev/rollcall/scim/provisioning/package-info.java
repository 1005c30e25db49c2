/** What provisioning is made of; the concepts are in the packages below. */
@NullMarked
package dev.rollcall.scim.provisioning;

import org.jspecify.annotations.NullMarked;

/** A host application's own table of employees, served over SCIM. */
@NullMarked
package dev.rollcall.examples.customstore;

import org.jspecify.annotations.NullMarked;

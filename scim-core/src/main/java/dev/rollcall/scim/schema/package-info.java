/** What resources may hold: attribute definitions, schemas, resource types, and the registry that compiles them. */
@NullMarked
package dev.rollcall.scim.schema;

import org.jspecify.annotations.NullMarked;

package dev.rollcall.scim.testkit.store;

import dev.rollcall.scim.schema.SchemaRegistry;

/** The standard types, made once: types are compared by identity. */
final class Registry {
    static final SchemaRegistry STANDARD = SchemaRegistry.standard();

    private Registry() {}
}

package dev.rollcall.scim.filter;

import dev.rollcall.scim.resource.Resource;
import dev.rollcall.scim.resource.Value;
import dev.rollcall.scim.schema.Attribute;
import dev.rollcall.scim.schema.ResourceType;
import java.util.List;
import java.util.function.Predicate;

/**
 * A term about {@code schemas}, which is computed: the base schema, and each extension that has a value. As those are
 * few and known, it is decided once which of them satisfy the term.
 */
record SchemasTerm(boolean always, List<Attribute> extensions) implements Predicate<Resource> {
    static SchemasTerm of(ResourceType type, Predicate<Value> test) {
        return new SchemasTerm(
                test.test(new Value.Reference(type.schema().id())),
                type.extensionAttributes()
                        .filter(e -> test.test(new Value.Reference(e.name())))
                        .toList());
    }

    @Override
    public boolean test(Resource resource) {
        if (always) {
            return true;
        }
        for (int i = 0; i < extensions.size(); i++) {
            if (resource.get(extensions.get(i)) != null) {
                return true;
            }
        }
        return false;
    }
}

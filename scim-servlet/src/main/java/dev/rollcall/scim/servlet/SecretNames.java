package dev.rollcall.scim.servlet;

import dev.rollcall.scim.schema.Attribute;
import dev.rollcall.scim.schema.Returned;
import dev.rollcall.scim.schema.Schema;
import dev.rollcall.scim.schema.SchemaRegistry;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/**
 * Names of attributes whose values are secrets: the password, and whatever a schema never returns (RFC 7643 §2.2).
 * Immutable and thread-safe.
 */
final class SecretNames {
    private final Set<String> names = new HashSet<>(Set.of("password"));

    SecretNames(SchemaRegistry registry) {
        for (Schema schema : registry.schemas()) {
            schema.attributes().forEach(this::add);
        }
    }

    private void add(Attribute attribute) {
        if (attribute.returned() == Returned.NEVER) {
            names.add(attribute.name().toLowerCase(Locale.ROOT));
        }
        attribute.subAttributes().forEach(this::add);
    }

    /** Whether one of them is part of the text, which is percent-encoded. What cannot be decoded could hold any. */
    boolean in(String encoded) {
        try {
            String text = PercentDecoder.decode(encoded).toLowerCase(Locale.ROOT);
            return names.stream().anyMatch(text::contains);
        } catch (IllegalArgumentException e) {
            return true;
        }
    }
}

package dev.rollcall.scim.protocol;

import dev.rollcall.scim.error.ScimException;
import dev.rollcall.scim.json.JsonBytes;
import dev.rollcall.scim.json.JsonCopy;
import dev.rollcall.scim.json.JsonLimits;
import dev.rollcall.scim.json.JsonToken;
import dev.rollcall.scim.json.JsonWriter;
import dev.rollcall.scim.schema.Attribute;
import dev.rollcall.scim.schema.AttributeType;
import dev.rollcall.scim.schema.Attributes;
import dev.rollcall.scim.schema.ResourceType;
import dev.rollcall.scim.schema.SchemaRegistry;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * The references of operations to resources that the same bulk request makes (RFC 7644 §3.7.2): {@code bulkId:qwerty} as
 * a whole string of the data, whichever attribute it belongs to; at the end of a {@code $ref} or of another reference to
 * a resource; in the path of the operation; and in paths of a PATCH. A text that merely speaks of a bulkId is none.
 */
final class BulkReferences {
    static final String PREFIX = "bulkId:";
    static final String ENCODED_PREFIX = "bulkId%3A";

    /** The data have been held against the limits when they were read. */
    private static final JsonBytes.Factory JSON =
            new JsonBytes.Factory(new JsonLimits(Integer.MAX_VALUE, Integer.MAX_VALUE, Integer.MAX_VALUE));

    /** Where {@code path} and {@code value} of a PATCH operation stand: in the message, the list, the operation. */
    private static final int IN_PATCH_OPERATION = 3;

    private final SchemaRegistry registry;
    private final Set<String> known;
    private final Map<String, Set<String>> names = new HashMap<>();

    /** @param known the bulkIds of the request */
    BulkReferences(SchemaRegistry registry, Set<String> known) {
        this.registry = registry;
        this.known = known;
    }

    /** The bulkIds that an operation refers to. */
    Set<String> of(BulkOperation operation) {
        Set<String> found = new LinkedHashSet<>();
        UnaryOperator<String> note = bulkId -> {
            found.add(bulkId);
            return bulkId;
        };
        id(operation, note);
        data(operation, note);
        return found;
    }

    /** The id in the path of the operation, a reference replaced; empty if the path has none. */
    String id(BulkOperation operation, UnaryOperator<String> ids) {
        return operation.path().size() == 2 ? whole(operation.path().get(1), ids) : "";
    }

    /** The data of the operation with references replaced; without any, as they are. */
    byte[] data(BulkOperation operation, UnaryOperator<String> ids) {
        byte[] data = operation.data();
        if (data == null) {
            return new byte[0];
        }
        return operation.mentions() ? rewrite(data, new Rewriting(operation.isPatch(), links(operation), ids)) : data;
    }

    private static byte[] rewrite(byte[] json, JsonCopy.Edit edit) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(json.length + 64);
        try (JsonBytes in = JSON.open(json);
                JsonWriter out = JsonWriter.to(bytes)) {
            in.next();
            JsonCopy.copy(in, out, edit);
            if (in.next() != JsonToken.END) {
                throw ScimException.invalidSyntax("The text goes on after its object");
            }
        }
        return bytes.toByteArray();
    }

    private boolean isReference(String text) {
        if (!text.startsWith(PREFIX)) {
            return false;
        }
        String bulkId = text.substring(PREFIX.length());
        // "bulkId: what it means" is a text about bulkIds.
        return known.contains(bulkId) || bulkId.chars().noneMatch(Character::isWhitespace);
    }

    private String whole(String text, UnaryOperator<String> ids) {
        return isReference(text) ? ids.apply(text.substring(PREFIX.length())) : text;
    }

    /** Names of attributes, in lower case, that hold the URL of a resource. */
    private Set<String> links(BulkOperation operation) {
        return names.computeIfAbsent(operation.path().get(0), endpoint -> {
            Set<String> found = new HashSet<>(Set.of("$ref"));
            for (ResourceType type : registry.resourceTypes()) {
                if (type.endpoint().equals("/" + endpoint)) {
                    addLinks(type.attributes(), found);
                }
            }
            return found;
        });
    }

    private void addLinks(Attributes attributes, Set<String> found) {
        for (Attribute attribute : attributes) {
            boolean link = attribute.type() == AttributeType.REFERENCE
                    && attribute.referenceTypes().stream().anyMatch(t -> registry.findResourceType(t) != null);
            if (link) {
                found.add(attribute.name().toLowerCase(Locale.ROOT));
            }
            addLinks(attribute.subAttributes(), found);
        }
    }

    /** What becomes of the texts in one operation's data. */
    private final class Rewriting implements JsonCopy.Edit {
        private final boolean patch;
        private final Set<String> links;
        private final UnaryOperator<String> ids;

        private Rewriting(boolean patch, Set<String> links, UnaryOperator<String> ids) {
            this.patch = patch;
            this.links = links;
            this.ids = ids;
        }

        @Override
        public String name(String name) {
            // The key of a value without path can be a path itself.
            return patch ? path(name) : name;
        }

        @Override
        public String string(String text, String member, int depth) {
            if (isReference(text)) {
                return whole(text, ids);
            }
            boolean ofPatch = patch && depth == IN_PATCH_OPERATION;
            if (ofPatch && member.equalsIgnoreCase("path")) {
                return path(text);
            }
            boolean value = ofPatch && member.equalsIgnoreCase("value");
            if (value && text.startsWith("{")) {
                return wrapped(text);
            }
            return value || links.contains(member.toLowerCase(Locale.ROOT)) ? link(text) : text;
        }

        private String path(String text) {
            return BulkPathText.replace(text, literal -> isReference(literal) ? whole(literal, ids) : link(literal));
        }

        private String link(String text) {
            int slash = text.lastIndexOf('/');
            String tail = text.substring(slash + 1);
            if (tail.startsWith(ENCODED_PREFIX)) {
                tail = PREFIX + tail.substring(ENCODED_PREFIX.length());
            }
            return slash >= 0 && isReference(tail)
                    ? text.substring(0, slash + 1) + Links.segment(whole(tail, ids))
                    : text;
        }

        /** JSON inside of a string, which a tolerance can allow; any other text stays as it is. */
        private String wrapped(String text) {
            try {
                byte[] inner = text.getBytes(StandardCharsets.UTF_8);
                Rewriting edit = new Rewriting(false, links, ids);
                return text.contains(PREFIX) ? new String(rewrite(inner, edit), StandardCharsets.UTF_8) : text;
            } catch (ScimException e) {
                if (e.status() == 409) {
                    throw e;
                }
                return text;
            }
        }
    }
}

package dev.rollcall.scim.protocol;

import dev.rollcall.scim.schema.SchemaRegistry;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * The references of operations to resources that the same bulk request makes (RFC 7644 §3.7.2): {@code bulkId:qwerty} as
 * a whole string of the data, whichever attribute it belongs to, a password aside; at the end of a {@code $ref} or of
 * another reference to a resource; in the path of the operation; and in paths of a PATCH. A text that merely speaks of a
 * bulkId is none. Not thread-safe.
 */
final class BulkReferences {
    static final String PREFIX = "bulkId:";
    static final String ENCODED_PREFIX = "bulkId%3A";

    private final SchemaRegistry registry;
    private final Set<String> known;
    private final Map<String, BulkNames> names = new HashMap<>();

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
        return operation.path().size() == 2
                ? new Change(known, ids).whole(operation.path().get(1))
                : "";
    }

    /** The data of the operation with references replaced; without any, as they are. */
    byte[] data(BulkOperation operation, UnaryOperator<String> ids) {
        byte[] data = operation.data();
        if (data == null) {
            return new byte[0];
        }
        if (!operation.mentions()) {
            return data;
        }
        BulkNames special =
                names.computeIfAbsent(operation.path().get(0), endpoint -> BulkNames.of(registry, endpoint));
        Change change = new Change(known, ids);
        return operation.isPatch()
                ? BulkRewriting.patch(data, special, change)
                : BulkRewriting.resource(data, special, change);
    }

    /**
     * What becomes of a text that is a reference.
     *
     * @param ids from a bulkId to what is put in the place of the reference
     */
    record Change(Set<String> known, UnaryOperator<String> ids) {
        boolean isReference(String text) {
            if (!text.startsWith(PREFIX)) {
                return false;
            }
            String bulkId = text.substring(PREFIX.length());
            // "bulkId: what it means" is a text about bulkIds.
            return known.contains(bulkId) || bulkId.chars().noneMatch(Character::isWhitespace);
        }

        /** The text, changed if the whole of it is a reference. */
        String whole(String text) {
            return isReference(text) ? ids.apply(text.substring(PREFIX.length())) : text;
        }

        /** The text, changed if it is a URL that ends with a reference. */
        String link(String text) {
            int slash = text.lastIndexOf('/');
            String tail = text.substring(slash + 1);
            if (tail.startsWith(ENCODED_PREFIX)) {
                tail = PREFIX + tail.substring(ENCODED_PREFIX.length());
            }
            return slash >= 0 && isReference(tail) ? text.substring(0, slash + 1) + Links.segment(whole(tail)) : text;
        }
    }
}

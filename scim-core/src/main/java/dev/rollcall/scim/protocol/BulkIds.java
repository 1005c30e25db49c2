package dev.rollcall.scim.protocol;

import dev.rollcall.scim.error.ScimException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What has become of the resources that a bulk request makes, by bulkId. Not thread-safe. */
final class BulkIds {
    private final Map<String, String> ids = new HashMap<>();
    private final Map<String, Integer> failed = new HashMap<>();

    /** The resource has, or is about to get, that id. */
    void made(String bulkId, String id) {
        ids.put(bulkId, id);
    }

    /** The resource was not made. */
    void failed(BulkOperation post) {
        if (post.bulkId() != null) {
            ids.remove(post.bulkId());
            failed.put(post.bulkId(), post.index());
        }
    }

    /** The id of the resource; empty if there is none, or none yet. */
    Optional<String> find(String bulkId) {
        return Optional.ofNullable(ids.get(bulkId));
    }

    /**
     * The id of the resource (RFC 7644 §3.7.2).
     *
     * @throws ScimException 409 if there is none, so that no reference is stored that leads nowhere
     */
    String resolve(String bulkId) {
        String id = ids.get(bulkId);
        if (id != null) {
            return id;
        }
        String named = "\"" + BulkReferences.PREFIX + bulkId + "\" ";
        throw ScimException.withStatus(
                409,
                failed.containsKey(bulkId)
                        ? named + "is a resource that Operations[" + failed.get(bulkId) + "] failed to make"
                        : named + "is not the bulkId of a POST in this request");
    }
}

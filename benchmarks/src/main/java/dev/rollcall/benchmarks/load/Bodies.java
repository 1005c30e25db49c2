package dev.rollcall.benchmarks.load;

import java.util.List;
import java.util.stream.Collectors;

/** Request bodies. */
public final class Bodies {
    private Bodies() {}

    /** A Bulk request that makes resources of one endpoint, with the bulkIds {@code 0} and up. */
    public static String bulk(String endpoint, List<String> resources) {
        StringBuilder body = new StringBuilder(
                "{\"schemas\":[\"urn:ietf:params:scim:api:messages:2.0:BulkRequest\"],\"Operations\":[");
        for (int i = 0; i < resources.size(); i++) {
            body.append(i == 0 ? "" : ",")
                    .append("{\"method\":\"POST\",\"path\":\"")
                    .append(endpoint)
                    .append("\",\"bulkId\":\"")
                    .append(i)
                    .append("\",\"data\":")
                    .append(resources.get(i))
                    .append('}');
        }
        return body.append("]}").toString();
    }

    /** A group without members. */
    public static String group(String displayName) {
        return "{\"schemas\":[\"urn:ietf:params:scim:schemas:core:2.0:Group\"],\"displayName\":\"" + displayName
                + "\"}";
    }

    /** A PATCH of the operations. */
    public static String patch(List<String> operations) {
        return "{\"schemas\":[\"urn:ietf:params:scim:api:messages:2.0:PatchOp\"],\"Operations\":["
                + String.join(",", operations) + "]}";
    }

    /** An operation that adds members. */
    public static String add(List<String> ids) {
        return ids.stream()
                .map(id -> "{\"value\":\"" + id + "\"}")
                .collect(Collectors.joining(",", "{\"op\":\"add\",\"path\":\"members\",\"value\":[", "]}"));
    }

    /** An operation that removes a member. */
    public static String remove(String id) {
        return "{\"op\":\"remove\",\"path\":\"members[value eq \\\"" + id + "\\\"]\"}";
    }
}

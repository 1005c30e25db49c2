package dev.rollcall.scim.protocol;

import dev.rollcall.scim.error.ScimException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An operation of a bulk request as it came (RFC 7644 §3.7). Immutable, the bytes aside, which nobody changes.
 *
 * @param index its place in the request, from 0
 * @param method in upper case; empty if there is none
 * @param version the version that the resource must have; null for any
 * @param path the segments of the path, each decoded once
 * @param data the JSON of the data; null if there is none
 * @param mentions whether the data hold the text {@code bulkId:} somewhere
 * @param flaw why the operation cannot be done at all; null if it can be tried
 */
record BulkOperation(
        int index,
        String method,
        @Nullable String bulkId,
        @Nullable String version,
        List<String> path,
        byte @Nullable [] data,
        boolean mentions,
        @Nullable ScimException flaw) {

    boolean isPost() {
        return method.equals("POST");
    }

    boolean isPatch() {
        return method.equals("PATCH");
    }

    /** The same with the first flaw that was found; null if there is none. */
    BulkOperation checked() {
        ScimException found = flaw != null ? flaw : findFlaw();
        // RFC 7644 §3.6: there is nothing that the data of a DELETE could mean.
        byte[] used = method.equals("DELETE") ? null : data;
        return new BulkOperation(index, method, bulkId, version, path, used, mentions, found);
    }

    private @Nullable ScimException findFlaw() {
        switch (method) {
            case "" -> {
                return ScimException.invalidSyntax("\"method\" is missing; it is POST, PUT, PATCH or DELETE");
            }
            case "POST", "PUT", "PATCH", "DELETE" -> {
                return isPost() ? flawOfPost() : flawOfOthers();
            }
            default -> {
                return ScimException.invalidValue(
                        "\"method\" is \"" + method + "\"; a bulk operation is POST, PUT, PATCH or DELETE");
            }
        }
    }

    private @Nullable ScimException flawOfPost() {
        if (path.size() != 1) {
            return ScimException.invalidValue(
                    "\"path\" of a POST must be a resource endpoint such as \"/Users\", " + found());
        }
        if (bulkId == null) {
            return ScimException.invalidSyntax("\"bulkId\" is missing; a POST needs one, to be told from the others");
        }
        return flawOfData();
    }

    private @Nullable ScimException flawOfOthers() {
        if (path.size() != 2) {
            return ScimException.invalidValue(
                    "\"path\" of a " + method + " must be that of one resource, such as \"/Users/{id}\", " + found());
        }
        return method.equals("DELETE") ? null : flawOfData();
    }

    private @Nullable ScimException flawOfData() {
        return data == null ? ScimException.invalidSyntax("\"data\" is missing; a " + method + " needs it") : null;
    }

    private String found() {
        return path.isEmpty() ? "and is missing" : "not \"/" + String.join("/", path) + "\"";
    }
}

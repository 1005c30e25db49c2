package dev.rollcall.benchmarks.contest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** What all libraries get: the same bytes. */
public final class Inputs {
    /** One term. */
    public static final String SIMPLE_FILTER = "userName eq \"bjensen@example.com\"";

    /** Four terms. */
    public static final String LONG_FILTER =
            "userName eq \"bjensen@example.com\" and (emails[type eq \"work\" and value co \"@example.com\"]"
                    + " or meta.lastModified gt \"2011-05-13T04:42:34Z\")";

    private static final ObjectMapper JSON = new ObjectMapper();

    private Inputs() {}

    /** The enterprise user of RFC 7643 §8.3, but for its password, as it is on the wire. */
    public static byte[] user() {
        try (InputStream in = Objects.requireNonNull(Inputs.class.getResourceAsStream("/enterprise-user.json"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).strip().getBytes(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** The same user with an address elsewhere, so that the long filter goes on to its last term, which refuses. */
    public static byte[] missed() {
        ObjectNode user = tree(user());
        ((ObjectNode) user.path("emails").path(0)).put("value", "bjensen@example.org");
        return bytes(user);
    }

    /** Somebody else. */
    public static byte[] stranger() {
        return bytes(tree(user()).put("userName", "asmith@example.com"));
    }

    /** What filters are tried on. */
    public static List<byte[]> users() {
        return List.of(user(), missed(), stranger());
    }

    /** Users that do not fit the schema, each in one place. */
    public static List<byte[]> malformed() {
        ObjectNode emails = tree(user());
        ((ObjectNode) emails.path("emails").path(0)).set("value", two());
        return List.of(
                bytes((ObjectNode) tree(user()).set("userName", two())),
                bytes(tree(user()).put("active", "perhaps")),
                bytes(tree(user()).put("name", "Barbara")),
                bytes(emails));
    }

    /** Where there is one value; a list of one, or an object, would be taken for it by who is lenient. */
    private static ArrayNode two() {
        return JSON.createArrayNode().add("Barbara").add("Babs");
    }

    /** What {@link Task#DECODE} reads: always the user, but for negative numbers one that is malformed. */
    public static byte[] toDecode(byte[] user, List<byte[]> malformed, int i) {
        return i >= 0 ? user : malformed.get(-1 - i);
    }

    /** The address that the work address is changed to, in turns. */
    public static String address(int i) {
        return (i & 1) == 0 ? "barbara@example.net" : "babs@example.net";
    }

    /** The PATCH requests that change the work address, in turns. */
    public static List<byte[]> emailPatches() {
        return List.of(emailPatch(0), emailPatch(1));
    }

    private static byte[] emailPatch(int i) {
        return patch("{\"op\":\"replace\",\"path\":\"emails[type eq \\\"work\\\"].value\",\"value\":\"" + address(i)
                + "\"}");
    }

    /** The PATCH requests that add and remove a member. */
    public static List<byte[]> memberPatches(String id) {
        return List.of(
                patch("{\"op\":\"add\",\"path\":\"members\",\"value\":[{\"value\":\"" + id + "\"}]}"),
                patch("{\"op\":\"remove\",\"path\":\"members[value eq \\\"" + id + "\\\"]\"}"));
    }

    private static byte[] patch(String operation) {
        return ("{\"schemas\":[\"urn:ietf:params:scim:api:messages:2.0:PatchOp\"],\"Operations\":[" + operation + "]}")
                .getBytes(StandardCharsets.UTF_8);
    }

    /** The id of a member of {@link #group}. */
    public static String memberId(int number) {
        return "2819c223-7f76-453a-919d-%012d".formatted(number);
    }

    /** A group with as many members, as a client gets it. */
    public static byte[] group(int members) {
        ObjectNode group = JSON.createObjectNode();
        group.putArray("schemas").add("urn:ietf:params:scim:schemas:core:2.0:Group");
        group.put("id", "e9e30dba-f08f-4109-8486-d5c6a331660a").put("displayName", "Tour Guides");
        ArrayNode list = group.putArray("members");
        for (int i = 0; i < members; i++) {
            list.addObject().put("value", memberId(i));
        }
        return bytes(group);
    }

    /** Bytes as a tree. */
    public static ObjectNode tree(byte[] json) {
        try {
            return (ObjectNode) JSON.readTree(json);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    static byte[] bytes(JsonNode tree) {
        return tree.toString().getBytes(StandardCharsets.UTF_8);
    }
}

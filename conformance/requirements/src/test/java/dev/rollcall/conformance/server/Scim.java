package dev.rollcall.conformance.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * A provider's client for one tenant. Bodies are written with single quotes for double ones, which are easier to read in
 * Java; header fields are given as {@code "Name: value"}. Thread-safe.
 */
public final class Scim {
    public static final String USER = "urn:ietf:params:scim:schemas:core:2.0:User";
    public static final String GROUP = "urn:ietf:params:scim:schemas:core:2.0:Group";
    public static final String ENTERPRISE = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User";
    public static final String MESSAGES = "urn:ietf:params:scim:api:messages:2.0:";

    private final HttpClient http;
    private final String baseUrl;
    private final String authorization;

    Scim(HttpClient http, String baseUrl, String authorization) {
        this.http = http;
        this.baseUrl = baseUrl;
        this.authorization = authorization;
    }

    /** A client with a connection of its own that sends this field with each request. */
    public static Scim at(String baseUrl, String authorization) {
        HttpClient http =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        return new Scim(http, baseUrl, authorization);
    }

    /** The same with another field {@code Authorization}. */
    public Scim as(String otherAuthorization) {
        return new Scim(http, baseUrl, otherAuthorization);
    }

    /** The SCIM base URL, without a slash at its end. */
    public String baseUrl() {
        return baseUrl;
    }

    /** JSON out of text with single quotes. */
    public static String json(String text) {
        return text.replace('\'', '"');
    }

    /** Sends a request as it is; a header field {@code Authorization} takes the place of the usual one. */
    public Answer send(String method, String target, byte[] body, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(baseUrl + escaped(target)))
                .method(
                        method,
                        body == null
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofByteArray(body));
        List<String> fields = new ArrayList<>(Arrays.asList(headers));
        if (fields.stream().noneMatch(f -> f.toLowerCase(Locale.ROOT).startsWith("authorization:"))) {
            fields.add("Authorization: " + authorization);
        }
        if (body != null
                && fields.stream().noneMatch(f -> f.toLowerCase(Locale.ROOT).startsWith("content-type:"))) {
            fields.add("Content-Type: application/scim+json");
        }
        for (String field : fields) {
            String[] parts = field.split(": ?", 2);
            if (!parts[1].isEmpty()) {
                request.header(parts[0], parts[1]);
            }
        }
        try {
            HttpResponse<byte[]> response = http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
            return new Answer(
                    response.statusCode(), response.headers(), new String(response.body(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(method + " " + target, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** What {@link URI} refuses and a filter is written with. */
    private static String escaped(String target) {
        return target.replace(" ", "%20")
                .replace("\"", "%22")
                .replace("[", "%5B")
                .replace("]", "%5D")
                .replace("'", "%22");
    }

    private Answer call(String method, String target, String body, String... headers) {
        return send(method, target, json(body).getBytes(StandardCharsets.UTF_8), headers);
    }

    /** GET; in the target blanks, brackets and quotes need no encoding, and single quotes mean double ones. */
    public Answer get(String target, String... headers) {
        return send("GET", target, null, headers);
    }

    public Answer delete(String target, String... headers) {
        return send("DELETE", target, null, headers);
    }

    public Answer post(String target, String body, String... headers) {
        return call("POST", target, body, headers);
    }

    public Answer put(String target, String body, String... headers) {
        return call("PUT", target, body, headers);
    }

    /** PATCH with a whole body. */
    public Answer patchBody(String target, String body, String... headers) {
        return call("PATCH", target, body, headers);
    }

    /** PATCH with operations, comma-separated. */
    public Answer patch(String target, String operations, String... headers) {
        return patchBody(target, "{'schemas':['" + MESSAGES + "PatchOp'],'Operations':[" + operations + "]}", headers);
    }

    /** POST to a {@code .search} endpoint with members of a search request, comma-separated. */
    public Answer search(String endpoint, String members) {
        return post(
                endpoint + "/.search",
                "{'schemas':['" + MESSAGES + "SearchRequest']" + (members.isEmpty() ? "" : "," + members) + "}");
    }

    /** The body of a user; more are further members, comma-separated. */
    public static String userBody(String userName, String more) {
        return "{'schemas':['" + USER + "'],'userName':'" + userName + "'" + (more.isEmpty() ? "" : "," + more) + "}";
    }

    /** The body of a user with the enterprise extension. */
    public static String enterpriseBody(String userName, String enterprise) {
        return "{'schemas':['" + USER + "','" + ENTERPRISE + "'],'userName':'" + userName + "','" + ENTERPRISE + "':{"
                + enterprise + "}}";
    }

    /** The body of a group with members of those ids. */
    public static String groupBody(String displayName, String... members) {
        String list = String.join(
                ",", Arrays.stream(members).map(m -> "{'value':'" + m + "'}").toList());
        return "{'schemas':['" + GROUP + "'],'displayName':'" + displayName + "','members':[" + list + "]}";
    }

    /** Creates a user, and gives its id. */
    public String user(String userName) {
        return user(userName, "");
    }

    /** Creates a user with more attributes, and gives its id. */
    public String user(String userName, String more) {
        return created(post("/Users", userBody(userName, more)));
    }

    /** Creates a group, and gives its id. */
    public String group(String displayName, String... members) {
        return created(post("/Groups", groupBody(displayName, members)));
    }

    private static String created(Answer answer) {
        if (answer.status() != 201) {
            throw new AssertionError("Not created: " + answer);
        }
        return answer.id();
    }
}

package dev.rollcall.scim.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.scim.codec.Quirk;
import dev.rollcall.scim.codec.Tolerance;
import dev.rollcall.scim.store.memory.InMemoryStore;
import dev.rollcall.scim.testing.Generator;
import dev.rollcall.scim.testing.Property;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Whatever comes in, the server does not fail; {@link Server} throws if it does. */
class RandomRequestTest {
    private static final List<String> METHODS = List.of("POST", "PUT", "PATCH", "PATCH", "GET");
    private static final List<String> NAMES = List.of(
            "schemas",
            "userName",
            "USERNAME",
            "emails",
            "value",
            "type",
            "primary",
            "name",
            "givenName",
            "active",
            "op",
            "path",
            "Operations",
            "operations",
            "members",
            "$ref",
            "displayName",
            "id",
            "meta",
            "created",
            "password",
            "x509Certificates",
            "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User",
            "manager",
            "department",
            "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:manager",
            "emails[type eq \"work\"].value",
            "name.givenName",
            "noSuch");
    private static final List<String> TEXTS = List.of(
            "",
            "add",
            "Replace",
            "remove",
            "emails",
            "members",
            "emails[type eq \"work\"]",
            "members[value eq \"x\"]",
            "members[type pr]",
            "emails[",
            "name.familyName",
            "schemas",
            "roles[primary eq \"True\"].value",
            "True",
            "urn:ietf:params:scim:schemas:core:2.0:User",
            "urn:ietf:params:scim:api:messages:2.0:PatchOp",
            "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:manager",
            "2020-01-01T00:00:00Z",
            "AQID",
            "{\"active\":false}",
            "work",
            "not (a pr)",
            "\u0000",
            "\uD800",
            "İstanbul",
            "active",
            "userName");

    private final Server server = new Server(
            InMemoryStore.create(),
            b -> b.options(caller -> Options.DEFAULT.withTolerance(
                    caller.name().equals("strict")
                            ? Tolerance.STRICT
                            : Tolerance.DEFAULT.with(Quirk.LENIENT_JSON_STRING_VALUE))));
    private final String user = server.user("someone", "'emails':[{'value':'a','type':'work'}]");
    private final String group = server.group("some", user);

    /** Answers by status, to see that not all requests are refused at the door. */
    private final Map<Integer, Integer> statuses = new TreeMap<>();

    @AfterEach
    void some_requests_were_accepted() {
        assertThat(statuses).containsKeys(200, 400);
    }

    @Test
    void no_random_json_makes_the_server_fail() {
        Property.check("no random JSON gives a 500", g -> {
            String method = g.pick(METHODS);
            String target = g.show("target", target(g));
            byte[] body = g.show("body", g.bool() ? patch(g) : value(g, 4)).getBytes(StandardCharsets.UTF_8);
            answers(g, method, target, body);
        });
    }

    @Test
    void no_random_bytes_make_the_server_fail() {
        byte[] valid = Server.json(Server.userBody("mira", "'name':{'givenName':'M'},'emails':[{'value':'\u00e4'}]"))
                .getBytes(StandardCharsets.UTF_8);
        Property.check("no random bytes give a 500", g -> {
            byte[] body = valid.clone();
            for (int i = g.between(1, 5); i > 0; i--) {
                body[g.below(body.length)] = (byte) g.below(256);
            }
            g.show("body", new String(body, StandardCharsets.ISO_8859_1));
            answers(g, g.pick(METHODS), target(g), body);
        });
    }

    @Test
    void no_random_query_makes_the_server_fail() {
        Property.check("no random query gives a 500", g -> {
            String query = g.pick("filter", "sortBy", "attributes", "excludedAttributes", "count", "startIndex")
                    + "="
                    + g.either(
                                    () -> g.text(),
                                    () -> g.pick(TEXTS),
                                    () -> g.pick(NAMES) + " " + g.pick("eq", "co", "pr", "gt", "and") + " "
                                            + value(g, 0))
                            .replace('&', '_');
            answers(
                    g,
                    "GET",
                    g.show("target", g.pick("/Users", "/Groups", "/Users/" + user) + "?" + query),
                    new byte[0]);
        });
    }

    private void answers(Generator g, String method, String target, byte[] body) {
        Caller caller = Caller.ofProvider("acme", "okta", g.pick("strict", "lenient"));
        Server.Answer answer = server.call(caller, g.show("method", method), target, body, Map.of());
        assertThat(answer.status()).isBetween(200, 415);
        statuses.merge(answer.status(), 1, Integer::sum);
        if (answer.status() >= 400) {
            assertThat(answer.json().path("status").asText()).isEqualTo("" + answer.status());
        }
    }

    private String target(Generator g) {
        return g.pick("/Users", "/Groups", "/Users/" + user, "/Groups/" + group, "/Users/" + user, "/Users/x");
    }

    private static String patch(Generator g) {
        List<String> operations = g.list(
                0,
                3,
                () -> "{\"op\":" + string(g.pick("add", "Replace", "remove", "move"))
                        + (g.oneIn(3) ? "" : ",\"path\":" + string(g.either(() -> g.pick(NAMES), () -> g.pick(TEXTS))))
                        + (g.oneIn(5) ? "" : ",\"value\":" + value(g, 3)) + "}");
        return "{\"schemas\":[\"urn:ietf:params:scim:api:messages:2.0:PatchOp\"],\"Operations\":["
                + String.join(",", operations) + "]}";
    }

    private static String value(Generator g, int depth) {
        if (depth == 0 || g.oneIn(3)) {
            return g.either(
                    () -> string(g.pick(TEXTS)),
                    () -> string(g.text()),
                    () -> g.pick("null", "true", "false", "0", "-1", "1.0", "1e999", "1E-400", "99999999999999999999"));
        }
        if (g.bool()) {
            return "[" + String.join(",", g.list(0, 3, () -> value(g, depth - 1))) + "]";
        }
        return "{" + String.join(",", g.list(0, 4, () -> string(g.pick(NAMES)) + ":" + value(g, depth - 1))) + "}";
    }

    private static String string(String text) {
        StringBuilder json = new StringBuilder("\"");
        text.chars().forEach(c -> {
            if (c < ' ' || c == '"' || c == '\\' || Character.isSurrogate((char) c)) {
                json.append(String.format("\\u%04x", c));
            } else {
                json.append((char) c);
            }
        });
        return json.append('"').toString();
    }
}

package dev.rollcall.scim.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** One attribute of one type, on a server of its own, and the checks that what its schema says of it is true. */
final class Subject {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Server server;
    private final String endpoint;
    private final String base;
    private final Described attribute;
    private final List<Described> required;
    private final List<String> ids = new ArrayList<>();
    private int made;

    Subject(Server server, String endpoint, String base, Described attribute, List<Described> required) {
        this.server = server;
        this.endpoint = endpoint;
        this.base = base;
        this.attribute = attribute;
        this.required = required;
        for (int i = 0; i < 5; i++) {
            ids.add(server.user("someone" + i));
        }
    }

    /** A body with all that is required but the attribute itself, whose values are its own. */
    ObjectNode bare() {
        made++;
        ObjectNode body = JSON.createObjectNode();
        body.putArray("schemas").add(base);
        for (Described other : required) {
            if (!other.path().equals(attribute.path())) {
                body.put(other.name(), other.name() + "-" + made);
            }
        }
        return body;
    }

    ObjectNode with(JsonNode value, int n) {
        ObjectNode body = bare();
        attribute.put(body, value, n, ids);
        return body;
    }

    ObjectNode with(int n) {
        return with(attribute.value(n, ids), n);
    }

    /** As little as can be created. */
    ObjectNode least() {
        return attribute.is("required") && attribute.parent() == null ? with(1) : bare();
    }

    Server.Answer post(JsonNode body) {
        return server.post(endpoint, body.toString());
    }

    Server.Answer created(JsonNode body) {
        Server.Answer answer = post(body);
        assertThat(answer.status()).as("%s by %s", answer.text(), body).isEqualTo(201);
        return answer;
    }

    Server.Answer patch(String id, String op, JsonNode value) {
        return server.patch(
                endpoint + "/" + id,
                "{\"op\":\"" + op + "\",\"path\":\"" + attribute.path() + "\",\"value\":" + value + "}");
    }

    JsonNode shown(String id, String query) {
        return attribute.shown(server.get(endpoint + "/" + id + query).json());
    }

    JsonNode asked(String id) {
        return shown(id, "?attributes=" + attribute.path());
    }

    void refused(Server.Answer answer, int status, String scimType) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        assertThat(answer.scimType()).as(answer.text()).isEqualTo(scimType);
    }

    void hasType() {
        if (attribute.says("mutability").equals("readOnly")) {
            return;
        }
        JsonNode wrong = JSON.getNodeFactory()
                .textNode(attribute.type().equals("string") || attribute.type().equals("reference") ? "" : "%");
        JsonNode other = wrong.asText().isEmpty() ? JSON.getNodeFactory().numberNode(5) : wrong;
        JsonNode one = attribute.is("multiValued") ? JSON.createArrayNode().add(other) : other;
        refused(post(with(one, 1)), 400, "invalidValue");
        JsonNode right = attribute.single(1, ids);
        JsonNode shape =
                attribute.is("multiValued") ? right : JSON.createArrayNode().add(right);
        refused(post(with(shape, 1)), 400, "invalidValue");
        created(with(1));
    }

    void isRequiredOrNot() {
        if (attribute.says("mutability").equals("readOnly")) {
            return;
        }
        boolean top = attribute.parent() == null;
        ObjectNode without = top ? bare() : withOthersOnly();
        if (attribute.is("required")) {
            refused(post(without), 400, "invalidValue");
        } else {
            created(without);
        }
    }

    /** The object that the attribute belongs to, with all it can have but the attribute. */
    private ObjectNode withOthersOnly() {
        Described parent = attribute.parent();
        JsonNode around = parent.single(1, ids);
        ((ObjectNode) around).remove(attribute.name());
        if (around.isEmpty() && attribute.is("required")) {
            // An empty object is no value at all, so something must be in it.
            parent.subs().stream()
                    .filter(Described::followsFromId)
                    .forEach(sub -> ((ObjectNode) around).set(sub.name(), sub.single(1, ids)));
        }
        ObjectNode body = bare();
        parent.put(body, parent.is("multiValued") ? JSON.createArrayNode().add(around) : around, 1, ids);
        return body;
    }

    void changesAsItsMutabilitySays() {
        switch (attribute.says("mutability")) {
            case "readOnly" -> readOnly();
            case "readWrite" -> readWrite();
            case "immutable" -> immutable();
            case "writeOnly" -> writeOnly();
            default -> throw new AssertionError(attribute.says("mutability"));
        }
    }

    private void readOnly() {
        JsonNode sent = attribute.value(1, ids);
        String id = created(with(sent, 1)).id();
        assertThat(asked(id)).isNotEqualTo(sent);
        refused(patch(id, "replace", sent), 400, "mutability");
    }

    private void readWrite() {
        if (attribute.followsFromId() || attribute.anywhere("returned", "never")) {
            return;
        }
        JsonNode first = attribute.value(1, ids);
        JsonNode second = attribute.value(2, ids);
        ObjectNode body = with(first, 1);
        String id = created(body).id();
        assertShows(id, first);
        assertThat(patch(id, "replace", second).status()).isEqualTo(200);
        assertShows(id, second);
        assertThat(server.put(endpoint + "/" + id, body.toString()).status()).isEqualTo(200);
        assertShows(id, first);
    }

    /** What was sent is shown; objects can have more than was sent. */
    private void assertShows(String id, JsonNode sent) {
        JsonNode found = asked(id);
        assertThat(found).as("%s of %s", attribute, id).isNotNull();
        JsonNode one = found.isArray() && sent.isArray() ? found.path(0) : found;
        JsonNode sentOne = sent.isArray() ? sent.path(0) : sent;
        if (sentOne.isObject()) {
            sentOne.fieldNames()
                    .forEachRemaining(name -> assertThat(one.get(name))
                            .as("%s of %s", name, attribute)
                            .isEqualTo(sentOne.get(name)));
        } else {
            assertThat(one).isEqualTo(sentOne);
        }
    }

    private void immutable() {
        ObjectNode body = with(1);
        String id = created(body).id();
        JsonNode other = attribute.value(2, ids);
        refused(patch(id, "replace", other), 400, "mutability");
        refused(patch(id, "remove", JSON.getNodeFactory().nullNode()), 400, "mutability");
        if (!attribute.inList()) {
            ObjectNode changed = body.deepCopy();
            attribute.put(changed, other, 2, ids);
            refused(server.put(endpoint + "/" + id, changed.toString()), 400, "mutability");
            assertShows(id, attribute.value(1, ids));
        }
        if (!attribute.is("required") && !attribute.inList()) {
            String unset = created(bare()).id();
            assertThat(patch(unset, "add", other).status()).isEqualTo(200);
            assertShows(unset, other);
        }
    }

    private void writeOnly() {
        Server.Answer answer = created(with(1));
        assertThat(answer.text()).doesNotContain("Value" + attribute.name());
        assertThat(patch(answer.id(), "replace", attribute.value(2, ids)).text())
                .doesNotContain("Value" + attribute.name());
        assertThat(attribute.says("returned")).isEqualTo("never");
    }

    void isReturnedAsItSays() {
        if (attribute.says("mutability").equals("readOnly")) {
            return;
        }
        String id = created(with(1)).id();
        boolean always = attribute.says("returned").equals("always");
        boolean byDefault = always || attribute.says("returned").equals("default");
        boolean ever = !attribute.says("returned").equals("never");
        assertThat(shown(id, "") != null).as("by default").isEqualTo(byDefault);
        assertThat(asked(id) != null).as("asked for").isEqualTo(ever);
        assertThat(shown(id, "?attributes=meta") != null).as("not asked for").isEqualTo(always);
        assertThat(shown(id, "?excludedAttributes=" + attribute.path()) != null)
                .as("excluded")
                .isEqualTo(always);
    }

    void isUniqueOrNot() {
        boolean writable = !attribute.says("mutability").equals("readOnly");
        if (!writable || attribute.complex()) {
            return;
        }
        created(with(1));
        if (attribute.says("uniqueness").equals("server")) {
            refused(post(with(1)), 409, "uniqueness");
            String id = created(with(2)).id();
            if (attribute.says("mutability").equals("readWrite")) {
                refused(patch(id, "replace", attribute.value(1, ids)), 409, "uniqueness");
            }
            if (attribute.type().equals("string") && !attribute.is("caseExact")) {
                refused(post(with(otherCase(), 1)), 409, "uniqueness");
            } else if (attribute.type().equals("string")) {
                created(with(otherCase(), 1));
            }
        } else {
            created(with(1));
        }
    }

    private JsonNode otherCase() {
        JsonNode other =
                JSON.getNodeFactory().textNode(attribute.single(1, ids).asText().toUpperCase(Locale.ROOT));
        return attribute.is("multiValued") ? JSON.createArrayNode().add(other) : other;
    }

    void isComparedAsItSays() {
        boolean text = attribute.type().equals("string") || attribute.type().equals("reference");
        boolean stored = !attribute.anywhere("mutability", "readOnly")
                && !attribute.anywhere("returned", "never")
                && !attribute.followsFromId();
        if (!text || !stored) {
            return;
        }
        created(with(1));
        String exact = attribute.single(1, ids).asText();
        assertThat(found(exact)).as("as sent").isEqualTo(1);
        assertThat(found(exact.toUpperCase(Locale.ROOT)))
                .as("in another case")
                .isEqualTo(attribute.is("caseExact") ? 0 : 1);
    }

    private int found(String value) {
        Server.Answer answer = server.get(endpoint + "?filter=" + attribute.path() + " eq \"" + value + "\"");
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json().path("totalResults").asInt();
    }
}

package dev.rollcall.scim.protocol;

import dev.rollcall.scim.codec.Tolerance;
import dev.rollcall.scim.codec.internal.StringLiterals;
import dev.rollcall.scim.codec.internal.ValueReader;
import dev.rollcall.scim.error.ScimException;
import dev.rollcall.scim.json.JsonBytes;
import dev.rollcall.scim.json.JsonReader;
import dev.rollcall.scim.json.JsonToken;
import dev.rollcall.scim.json.Names;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The body of a search by POST, as the query parameters that would ask for the same (RFC 7644 §3.4.3). */
final class SearchRequest {
    private static final String SCHEMA = "urn:ietf:params:scim:api:messages:2.0:SearchRequest";

    /** The parameters by their names in lower case. */
    private static final Map<String, String> PARAMETERS = Map.of(
            "attributes", "attributes",
            "excludedattributes", "excludedAttributes",
            "filter", "filter",
            "sortby", "sortBy",
            "sortorder", "sortOrder",
            "startindex", "startIndex",
            "count", "count",
            "cursor", "cursor",
            "schemas", "schemas");

    private SearchRequest() {}

    static Map<String, List<String>> read(Exchange exchange) {
        try (JsonBytes in = exchange.readers().input().open(exchange.request().body())) {
            Map<String, List<String>> parameters =
                    parameters(in, exchange.options().tolerance());
            List<String> schemas = parameters.remove("schemas");
            if (schemas == null || schemas.stream().noneMatch(SCHEMA::equalsIgnoreCase)) {
                throw ScimException.invalidSyntax("\"schemas\" must hold \"" + SCHEMA + "\"");
            }
            return parameters;
        }
    }

    private static Map<String, List<String>> parameters(JsonReader in, Tolerance tolerance) {
        in.require(JsonToken.START_OBJECT, "The body");
        Map<String, List<String>> parameters = new HashMap<>();
        while (in.next() != JsonToken.END_OBJECT) {
            String name = in.text();
            String parameter = PARAMETERS.get(Names.fold(name));
            in.next();
            if (parameter == null || in.token() == JsonToken.NULL) {
                in.skip();
            } else if (parameters.put(parameter, values(in, name, parameter, tolerance)) != null) {
                throw ScimException.invalidSyntax("\"" + name + "\" stands twice in the body");
            }
        }
        if (in.next() != JsonToken.END) {
            throw ScimException.invalidSyntax("The body goes on after its object (" + in.where() + ")");
        }
        return parameters;
    }

    private static List<String> values(JsonReader in, String name, String parameter, Tolerance tolerance) {
        String what = "\"" + name + "\"";
        switch (parameter) {
            case "startIndex", "count" -> {
                if (in.token() != JsonToken.STRING
                        || StringLiterals.number(in.text(), tolerance).isEmpty()) {
                    in.require(JsonToken.INTEGER, what);
                }
            }
            case "attributes", "excludedAttributes", "schemas" -> {
                // One string for all names is the form that the parameters of a URL have.
                boolean one = in.token() == JsonToken.STRING && ValueReader.anyShape(tolerance);
                return one ? List.of(in.text()) : strings(in, what);
            }
            default -> in.require(JsonToken.STRING, what);
        }
        return List.of(in.text());
    }

    private static List<String> strings(JsonReader in, String what) {
        List<String> strings = new ArrayList<>();
        in.require(JsonToken.START_ARRAY, what);
        while (in.next() != JsonToken.END_ARRAY) {
            in.require(JsonToken.STRING, "An entry of " + what);
            strings.add(in.text());
        }
        return strings;
    }
}

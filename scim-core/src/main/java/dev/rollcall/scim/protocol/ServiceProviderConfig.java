package dev.rollcall.scim.protocol;

import dev.rollcall.scim.json.JsonWriter;
import org.jspecify.annotations.Nullable;

/** Writes what the server supports; every number is one that the server keeps (RFC 7643 §5). */
final class ServiceProviderConfig {
    private static final String SCHEMA = "urn:ietf:params:scim:schemas:core:2.0:ServiceProviderConfig";

    private ServiceProviderConfig() {}

    static void write(JsonWriter out, Settings settings, String baseUrl) {
        out.startObject();
        out.name("schemas").startArray().string(SCHEMA).endArray();
        optional(out, "documentationUri", settings.about().documentationUri());
        supported(out, "patch", true);
        out.name("bulk").startObject();
        out.name("supported").bool(false);
        out.name("maxOperations").number(0);
        out.name("maxPayloadSize").number(settings.limits().maxBytes());
        out.endObject();
        out.name("filter").startObject();
        out.name("supported").bool(true);
        out.name("maxResults").number(settings.paging().maxCount());
        out.endObject();
        supported(out, "changePassword", false);
        supported(out, "sort", true);
        supported(out, "etag", true);
        out.name("pagination").startObject();
        out.name("cursor").bool(true);
        out.name("index").bool(true);
        out.name("defaultPaginationMethod").string("index");
        out.name("defaultPageSize").number(settings.paging().defaultCount());
        out.name("maxPageSize").number(settings.paging().maxCount());
        out.name("cursorTimeout").number(settings.cursors().timeout().toSeconds());
        out.endObject();
        out.name("authenticationSchemes").startArray();
        settings.about().authenticationSchemes().forEach(scheme -> write(out, scheme));
        out.endArray();
        DefinitionWriter.meta(out, "ServiceProviderConfig", baseUrl + "/ServiceProviderConfig");
        out.endObject();
    }

    private static void supported(JsonWriter out, String feature, boolean supported) {
        out.name(feature).startObject();
        out.name("supported").bool(supported);
        out.endObject();
    }

    private static void write(JsonWriter out, AuthenticationScheme scheme) {
        out.startObject();
        out.name("type").string(scheme.type());
        out.name("name").string(scheme.name());
        out.name("description").string(scheme.description());
        optional(out, "specUri", scheme.specUri());
        optional(out, "documentationUri", scheme.documentationUri());
        out.name("primary").bool(scheme.primary());
        out.endObject();
    }

    private static void optional(JsonWriter out, String name, @Nullable String value) {
        if (value != null) {
            out.name(name).string(value);
        }
    }
}

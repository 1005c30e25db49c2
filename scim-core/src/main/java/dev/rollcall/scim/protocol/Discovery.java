package dev.rollcall.scim.protocol;

import dev.rollcall.scim.error.ScimException;
import dev.rollcall.scim.json.JsonWriter;
import dev.rollcall.scim.resource.GroupView;
import dev.rollcall.scim.schema.Attribute;
import dev.rollcall.scim.schema.ResourceType;
import dev.rollcall.scim.schema.Schema;
import dev.rollcall.scim.schema.Uniqueness;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What the server can do and what its resources hold (RFC 7644 §4); read-only, and all on one page. */
final class Discovery {
    static final Set<String> ENDPOINTS = Set.of("ServiceProviderConfig", "ResourceTypes", "Schemas");

    private final Exchange exchange;

    private Discovery(Exchange exchange) {
        this.exchange = exchange;
    }

    static ScimResponse handle(Exchange exchange, String endpoint, @Nullable String id) {
        if (!exchange.request().parameters("filter").isEmpty()) {
            // RFC 7644 §4: a client must not believe that it got a selection.
            throw ScimException.forbidden("/" + endpoint + " cannot be filtered; it always answers with all there is");
        }
        return new Discovery(exchange).handle(endpoint, id);
    }

    private ScimResponse handle(String endpoint, @Nullable String id) {
        String base = exchange.request().baseUrl();
        if (endpoint.equals("ServiceProviderConfig")) {
            if (id != null) {
                throw ScimException.notFound("/ServiceProviderConfig is one object and has no \"" + id + "\" below it");
            }
            return write(out -> ServiceProviderConfig.write(out, exchange.settings(), exchange.options(), base));
        }
        if (endpoint.equals("ResourceTypes")) {
            List<ResourceType> types = exchange.settings().registry().resourceTypes();
            return list(types, id, ResourceType::name, false, type -> out -> DefinitionWriter.write(out, type, base));
        }
        List<Schema> schemas = new ArrayList<>(exchange.settings().registry().schemas());
        return list(
                schemas,
                id,
                Schema::id,
                true,
                schema -> out -> DefinitionWriter.write(out, schema, base, attribute -> uniqueness(schema, attribute)));
    }

    /** What the schema says, and what an option adds for this caller. */
    private Uniqueness uniqueness(Schema schema, Attribute attribute) {
        boolean unique = exchange.options().uniqueGroupDisplayName()
                && schema.id().equals(GroupView.SCHEMA)
                && attribute == schema.attributes().find("displayName");
        return unique ? Uniqueness.SERVER : attribute.uniqueness();
    }

    private <T> ScimResponse list(
            List<T> all,
            @Nullable String id,
            Function<T, String> ids,
            boolean anyCase,
            Function<T, Consumer<JsonWriter>> writer) {
        if (id == null) {
            return write(out ->
                    DefinitionWriter.writeList(out, all.stream().map(writer).toList()));
        }
        T found = all.stream()
                .filter(one -> anyCase
                        ? ids.apply(one).equalsIgnoreCase(id)
                        : ids.apply(one).equals(id))
                .findFirst()
                .orElseThrow(() -> ScimException.notFound("There is no \"" + id + "\"; there are "
                        + all.stream().map(ids).toList()));
        return write(writer.apply(found));
    }

    private static ScimResponse write(Consumer<JsonWriter> content) {
        return ScimResponse.of(200, stream -> {
            try (var out = JsonWriter.to(stream)) {
                content.accept(out);
            }
        });
    }
}

package dev.rollcall.scim.protocol;

import dev.rollcall.scim.error.ScimException;
import dev.rollcall.scim.schema.ResourceType;
import java.util.List;

/** Finds the operation for a method and a path (RFC 7644 §3.2). */
final class Router {
    private static final String SEARCH = ".search";

    private Router() {}

    static ScimResponse route(Exchange exchange) {
        List<String> path = exchange.request().path();
        if (path.isEmpty()) {
            allow(exchange, "GET");
            return Listing.handle(exchange);
        }
        if (path.get(path.size() - 1).equals(SEARCH)) {
            return search(exchange, path.subList(0, path.size() - 1));
        }
        String endpoint = path.get(0);
        if (path.size() > 2) {
            throw unknown(exchange);
        }
        if (Discovery.ENDPOINTS.contains(endpoint)) {
            allow(exchange, "GET");
            return Discovery.handle(exchange, endpoint, path.size() > 1 ? path.get(1) : null);
        }
        if (endpoint.equals(Me.ENDPOINT) && path.size() == 1) {
            return single(exchange, Me.type(exchange), Me.id(exchange));
        }
        if (endpoint.equals("Bulk") && exchange.settings().bulk().supported()) {
            if (path.size() > 1) {
                throw unknown(exchange);
            }
            allow(exchange, "POST");
            return Bulk.handle(exchange);
        }
        if (endpoint.equals("Bulk")) {
            // RFC 7644 §3.7, §3.12: an optional operation that is not supported is 501, not 404.
            throw ScimException.notImplemented("/" + String.join("/", path) + " is not supported by this server");
        }
        ResourceType type = type(exchange, endpoint);
        if (path.size() == 2 && path.get(1).chars().anyMatch(c -> c < ' ')) {
            // No id holds a control character, and not every store can even be asked for one.
            throw Answers.notFound(type, path.get(1));
        }
        return path.size() == 1 ? collection(exchange, type) : single(exchange, type, path.get(1));
    }

    static ResourceType type(Exchange exchange, String endpoint) {
        return exchange.settings().registry().resourceTypes().stream()
                .filter(t -> t.endpoint().equals("/" + endpoint))
                .findFirst()
                .orElseThrow(() -> unknown(exchange, endpoint));
    }

    /** A query whose parameters are in the body (RFC 7644 §3.4.3). */
    private static ScimResponse search(Exchange exchange, List<String> place) {
        if (place.size() > 1) {
            throw unknown(exchange);
        }
        boolean root = place.isEmpty();
        ResourceType type = root ? null : type(exchange, place.get(0));
        allow(exchange, "POST");
        Exchange query = exchange.withQuery(SearchRequest.read(exchange));
        return type == null ? Listing.handle(query) : Listing.handle(query, type);
    }

    private static ScimResponse collection(Exchange exchange, ResourceType type) {
        allow(exchange, "GET", "POST");
        return exchange.request().method().equals("POST")
                ? Creation.handle(exchange, type)
                : Listing.handle(exchange, type);
    }

    private static ScimResponse single(Exchange exchange, ResourceType type, String id) {
        allow(exchange, "GET", "PUT", "PATCH", "DELETE");
        return switch (exchange.request().method()) {
            case "PUT" -> Replacement.handle(exchange, type, id);
            case "PATCH" -> Patching.handle(exchange, type, id);
            case "DELETE" -> Deletion.handle(exchange, type, id);
            default -> Reading.handle(exchange, type, id);
        };
    }

    private static void allow(Exchange exchange, String... methods) {
        String method = exchange.request().method();
        if (!List.of(methods).contains(method)) {
            throw ScimException.methodNotAllowed(
                    method + " is not possible on /"
                            + String.join("/", exchange.request().path()) + "; allowed are "
                            + String.join(", ", methods),
                    String.join(", ", methods));
        }
    }

    private static ScimException unknown(Exchange exchange) {
        return unknown(exchange, String.join("/", exchange.request().path()));
    }

    private static ScimException unknown(Exchange exchange, String path) {
        return ScimException.notFound(
                "There is no endpoint /" + path + "; the resource endpoints are " + endpoints(exchange));
    }

    private static String endpoints(Exchange exchange) {
        return String.join(
                ", ",
                exchange.settings().registry().resourceTypes().stream()
                        .map(ResourceType::endpoint)
                        .toList());
    }
}

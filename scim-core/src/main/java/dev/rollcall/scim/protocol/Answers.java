package dev.rollcall.scim.protocol;

import dev.rollcall.scim.codec.ResourceWriter;
import dev.rollcall.scim.error.ScimException;
import dev.rollcall.scim.resource.Resource;
import dev.rollcall.scim.schema.ResourceType;
import java.time.Instant;

/** The answers that several operations share. */
final class Answers {
    private Answers() {}

    /** One resource, with its version and its URL in the header (RFC 7644 §3.14, RFC 7643 §3.1). */
    static ScimResponse resource(int status, Exchange exchange, ResourceWriter.Entry entry) {
        String location = exchange.links()
                .location(entry.resource().type(), entry.resource().id());
        return withVersion(ScimResponse.of(status, out -> ResourceWriter.write(entry, out)), exchange, entry.resource())
                .with("Location", location)
                .with("Content-Location", location);
    }

    /** The client has the version that is stored (RFC 9110 §15.4.5). */
    static ScimResponse notModified(Exchange exchange, Resource resource) {
        return withVersion(ScimResponse.empty(304), exchange, resource)
                .with("Content-Location", exchange.links().location(resource.type(), resource.id()));
    }

    /** No body, but the version that the resource has now. */
    static ScimResponse noContent(Exchange exchange, Resource resource) {
        return withVersion(ScimResponse.empty(204), exchange, resource)
                .with("Location", exchange.links().location(resource.type(), resource.id()));
    }

    private static ScimResponse withVersion(ScimResponse response, Exchange exchange, Resource resource) {
        ScimResponse tagged = response.with("ETag", resource.meta().entityTag());
        Instant modified = HttpDate.seconds(resource.meta().lastModified());
        // A second that is not over yet can see another change, which its date would not tell apart (RFC 9110
        // §8.8.2.2).
        return modified.isBefore(HttpDate.seconds(exchange.settings().now()))
                ? tagged.with("Last-Modified", HttpDate.format(modified))
                : tagged;
    }

    /** There is no such resource, or none that the caller may see, which must look the same. */
    static ScimException notFound(ResourceType type, String id) {
        return ScimException.notFound(type + " \"" + id + "\" does not exist");
    }
}

package dev.rollcall.scim.protocol;

import dev.rollcall.scim.codec.ResourceWriter;
import dev.rollcall.scim.error.ScimException;
import dev.rollcall.scim.resource.Resource;
import dev.rollcall.scim.schema.ResourceType;

/** The answers that several operations share. */
final class Answers {
    private Answers() {}

    /** One resource, with its version and its URL in the header (RFC 7644 §3.14, RFC 7643 §3.1). */
    static ScimResponse resource(int status, Exchange exchange, ResourceWriter.Entry entry) {
        String location = exchange.links()
                .location(entry.resource().type(), entry.resource().id());
        return ScimResponse.of(status, out -> ResourceWriter.write(entry, out))
                .with("ETag", entry.resource().meta().entityTag())
                .with("Location", location)
                .with("Content-Location", location);
    }

    /** No body, but the version that the resource has now. */
    static ScimResponse noContent(Exchange exchange, Resource resource) {
        return ScimResponse.empty(204)
                .with("ETag", resource.meta().entityTag())
                .with("Location", exchange.links().location(resource.type(), resource.id()));
    }

    /** There is no such resource, or none that the caller may see, which must look the same. */
    static ScimException notFound(ResourceType type, String id) {
        return ScimException.notFound(type + " \"" + id + "\" does not exist");
    }
}

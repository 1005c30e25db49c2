package dev.rollcall.scim.protocol;

import dev.rollcall.scim.codec.Projection;
import dev.rollcall.scim.codec.ResourceCodec;
import dev.rollcall.scim.query.Projections;
import dev.rollcall.scim.schema.ResourceType;
import dev.rollcall.scim.store.KeyFactory;
import dev.rollcall.scim.store.Scope;
import dev.rollcall.scim.store.UnitOfWork;
import java.util.List;
import java.util.Map;

/** A request with everything that answering it needs. */
record Exchange(ScimRequest request, Settings settings, Readers readers, Options options) {
    static Exchange of(ScimRequest request, Settings settings, Readers readers) {
        return new Exchange(request, settings, readers, settings.options().apply(request.caller()));
    }

    /** The same request with other query parameters. */
    Exchange withQuery(Map<String, List<String>> query) {
        ScimRequest asked = new ScimRequest(
                request.method(),
                request.path(),
                query,
                request.headers(),
                request.body(),
                request.baseUrl(),
                request.requestId(),
                request.caller());
        return new Exchange(asked, settings, readers, options);
    }

    Scope scope() {
        return request.caller().scope();
    }

    Links links() {
        return new Links(settings.registry(), request.baseUrl());
    }

    KeyFactory keys() {
        return settings.keys(options);
    }

    ResourceCodec codec() {
        return readers.resources().withTolerance(options.tolerance());
    }

    GroupMembers members(UnitOfWork unit) {
        return GroupMembers.of(unit, scope(), settings.registry());
    }

    /** What of a resource the client wants to see. */
    Projection projection(ResourceType type) {
        return Projections.parse(
                type, request.parameters("attributes"), request.parameters("excludedAttributes"), options.tolerance());
    }

    /** Whether the client says what it wants to see. */
    boolean hasProjection() {
        return Projections.isGiven(request.parameters("attributes"))
                || Projections.isGiven(request.parameters("excludedAttributes"));
    }
}

package dev.rollcall.scim.provisioning.admin;

import dev.rollcall.scim.codec.Limits;
import dev.rollcall.scim.codec.Projection;
import dev.rollcall.scim.codec.ResourceCodec;
import dev.rollcall.scim.codec.Tolerance;
import dev.rollcall.scim.error.ScimException;
import dev.rollcall.scim.protocol.Caller;
import dev.rollcall.scim.protocol.ScimRequest;
import dev.rollcall.scim.protocol.ScimResponse;
import dev.rollcall.scim.resource.Resource;
import dev.rollcall.scim.resource.ResourceBuilder;
import dev.rollcall.scim.schema.ResourceType;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Writes users as the host: through the protocol, so that the same rules hold as for everybody. Immutable and thread-safe.
 *
 * @param desk where it works
 */
record UserRequests(Desk desk) {
    private static final int PRECONDITION_FAILED = 412;
    private static final int ATTEMPTS = 20;

    Resource create(Consumer<ResourceBuilder> user) {
        ResourceBuilder builder = Resource.builder(type());
        user.accept(builder);
        ScimResponse made = send("POST", null, builder.build(), Map.of());
        String location = made.header("Location").orElseThrow();
        return require(location.substring(location.lastIndexOf('/') + 1));
    }

    /** Changes what is there; if somebody else was faster, what is there then. */
    Resource replace(String id, Consumer<ResourceBuilder> edit) {
        for (int attempt = 1; ; attempt++) {
            Resource before = require(id);
            ResourceBuilder builder = before.toBuilder();
            edit.accept(builder);
            try {
                send(
                        "PUT",
                        id,
                        builder.build(),
                        Map.of("If-Match", before.meta().entityTag()));
                return require(id);
            } catch (ScimException e) {
                if (e.status() != PRECONDITION_FAILED || attempt == ATTEMPTS) {
                    throw e;
                }
            }
        }
    }

    void delete(String id) {
        require(id);
        send("DELETE", id, null, Map.of());
    }

    Resource require(String id) {
        return desk.look(work -> UserLookUp.byId(work, desk.tenant(), id))
                .orElseThrow(() -> AdministrationException.notFound("There is no user \"" + id + "\""));
    }

    private ResourceType type() {
        return desk.look(UserLookUp::type);
    }

    private ScimResponse send(
            String method, @Nullable String id, @Nullable Resource body, Map<String, String> headers) {
        String endpoint = type().endpoint().substring(1);
        return desk.scim()
                .perform(new ScimRequest(
                        method,
                        id == null ? List.of(endpoint) : List.of(endpoint, id),
                        Map.of(),
                        headers,
                        new ByteArrayInputStream(body == null ? new byte[0] : json(body)),
                        "",
                        UUID.randomUUID().toString(),
                        new Caller(desk.tenant(), null, desk.actor(), null)));
    }

    private byte[] json(Resource resource) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        new ResourceCodec(desk.scim().settings().registry(), Tolerance.DEFAULT, Limits.DEFAULT)
                .encode(resource, Projection.EVERYTHING, bytes);
        return bytes.toByteArray();
    }
}

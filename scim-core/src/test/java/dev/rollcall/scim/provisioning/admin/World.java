package dev.rollcall.scim.provisioning.admin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.rollcall.scim.Rollcall;
import dev.rollcall.scim.RollcallBuilder;
import dev.rollcall.scim.protocol.Caller;
import dev.rollcall.scim.protocol.ScimRequest;
import dev.rollcall.scim.protocol.ScimResponse;
import dev.rollcall.scim.provisioning.Background;
import dev.rollcall.scim.provisioning.Role;
import dev.rollcall.scim.provisioning.provider.ProviderSettings;
import dev.rollcall.scim.store.Store;
import dev.rollcall.scim.store.memory.InMemoryStore;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;

/** A server with provisioning, one tenant called acme, and a clock that stands still until it is told. */
final class World {
    static final String TENANT = "acme";
    static final String BASE = "https://scim.example.com/v2";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String USER = "urn:ietf:params:scim:schemas:core:2.0:User";

    final AtomicReference<Instant> now;
    final Rollcall rollcall;

    World(AtomicReference<Instant> now, Rollcall rollcall) {
        this.now = now;
        this.rollcall = rollcall;
    }

    static World create() {
        return on(InMemoryStore.create(), builder -> builder);
    }

    static World on(Store store, UnaryOperator<RollcallBuilder> more) {
        AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-05-04T08:00:00Z"));
        World world = new World(now, rollcall(store, now, more));
        world.rollcall.tenants().create(TENANT, "Acme Inc.");
        return world;
    }

    static Rollcall rollcall(Store store, AtomicReference<Instant> now, UnaryOperator<RollcallBuilder> more) {
        return more.apply(Rollcall.builder()
                        .store(store)
                        .clock(now::get)
                        .background(Background.MANUAL)
                        .baseUrl(BASE + "/")
                        .roles(List.of(Role.of("member", "Member"))))
                .build();
    }

    void pass(Duration time) {
        now.set(now.get().plus(time));
    }

    Providers providers() {
        return rollcall.providers(TENANT);
    }

    CreatedProvider okta() {
        return providers().add(ProviderSettings.named("Okta"));
    }

    static Caller caller(CreatedProvider provider) {
        return Caller.ofProvider(TENANT, provider.id(), provider.userName());
    }

    /** An answer with its body read. */
    record Answer(int status, JsonNode json) {
        String id() {
            return json.path("id").asText();
        }

        String detail() {
            return json.path("detail").asText();
        }
    }

    Answer get(Caller caller, String path) {
        return call(caller, "GET", path, "");
    }

    Answer post(Caller caller, String path, String body) {
        return call(caller, "POST", path, body);
    }

    /** Makes a user, with more attributes if there are any, in single quotes. */
    String user(Caller caller, String userName, String... more) {
        String rest = more.length == 0 ? "" : "," + String.join(",", more);
        Answer made = post(caller, "/Users", "{'schemas':['" + USER + "'],'userName':'" + userName + "'" + rest + "}");
        if (made.status() != 201) {
            throw new AssertionError(made);
        }
        return made.id();
    }

    Answer call(Caller caller, String method, String path, String body) {
        ScimResponse response = rollcall.scim()
                .handle(new ScimRequest(
                        method,
                        Arrays.stream(path.split("/")).filter(s -> !s.isEmpty()).toList(),
                        Map.of(),
                        Map.of(),
                        new ByteArrayInputStream(body.replace('\'', '"').getBytes(StandardCharsets.UTF_8)),
                        BASE,
                        "request-1",
                        caller));
        if (response.cause() != null) {
            throw new AssertionError("The server failed at " + method + " " + path, response.cause());
        }
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            if (response.content() != null) {
                response.content().writeTo(bytes);
            }
            return new Answer(response.status(), JSON.readTree(bytes.toByteArray()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

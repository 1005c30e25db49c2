package dev.rollcall.scim.protocol;

import static dev.rollcall.scim.protocol.Server.userBody;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.rollcall.scim.provisioning.Background;
import dev.rollcall.scim.provisioning.log.Cause;
import dev.rollcall.scim.provisioning.log.Result;
import dev.rollcall.scim.provisioning.log.SyncLogEntry;
import dev.rollcall.scim.provisioning.log.SyncLogEvent;
import dev.rollcall.scim.provisioning.log.SyncLogQuery;
import dev.rollcall.scim.provisioning.mapping.MappingSettings;
import dev.rollcall.scim.provisioning.mapping.Organization;
import dev.rollcall.scim.provisioning.memory.MemoryProvisioning;
import dev.rollcall.scim.provisioning.provider.Provider;
import dev.rollcall.scim.provisioning.provider.ProviderSettings;
import dev.rollcall.scim.provisioning.tenant.Tenant;
import dev.rollcall.scim.provisioning.tenant.TenantSettings;
import dev.rollcall.scim.store.memory.InMemoryStore;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RefusalLogTest {
    private static final Caller HOST = new Caller("acme", null, "host", null);
    private static final Caller ENTRA = Caller.ofProvider("acme", "entra", "rck-entra");
    private static final Caller OTHER_TENANT = Caller.ofProvider("umbrella", "okta", "rck-umbrella");
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    private final InMemoryStore store = InMemoryStore.create();
    private final MemoryProvisioning state = MemoryProvisioning.create();
    private boolean broken;
    private final Server server = new Server(
            store,
            builder -> builder.provisioning(state).background(Background.MANUAL).writeListener(write -> {
                if (broken) {
                    throw new IllegalStateException("secret of the database");
                }
                return WriteListener.AfterWrite.NOTHING;
            }));

    @BeforeEach
    void there_are_two_tenants_and_two_providers() {
        store.write(unit -> {
            for (String tenant : List.of("acme", "umbrella")) {
                state.in(unit).tenants().insert(new Tenant(tenant, tenant, TenantSettings.DEFAULT, "o1", START, 0));
                state.in(unit).organizations().insert(tenant, new Organization("o1", "Default", null, Set.of(), true));
                for (String provider : List.of("okta", "entra")) {
                    state.in(unit)
                            .providers()
                            .insert(new Provider(
                                    tenant,
                                    provider,
                                    ProviderSettings.named("Push of " + provider),
                                    MappingSettings.DEFAULT,
                                    true,
                                    START));
                }
            }
            return unit;
        });
    }

    private List<SyncLogEntry> refusals(String tenant) {
        List<SyncLogEntry> all = store.read(unit -> state.in(unit).log().list(tenant, SyncLogQuery.ALL, null, 1_000));
        return all.stream()
                .filter(entry -> entry.result() == Result.REFUSED || entry.result() == Result.FAILED)
                .toList();
    }

    private SyncLogEntry refusal() {
        List<SyncLogEntry> all = refusals("acme");
        assertThat(all).hasSize(1);
        return all.get(0);
    }

    private String account(String user) {
        return store.read(unit ->
                state.in(unit).accounts().findByUser("acme", user).orElseThrow().id());
    }

    /** A request below a base URL without a version, which may fail inside. */
    private ScimResponse handle(Caller caller, String method, List<String> path, String body) {
        ByteArrayInputStream bytes = new ByteArrayInputStream(Server.json(body).getBytes(StandardCharsets.UTF_8));
        return server.service()
                .handle(new ScimRequest(
                        method, path, Map.of(), Map.of(), bytes, "https://scim.example.com", "request-9", caller));
    }

    private String userOf(Caller owner, String name) {
        return server.as(owner, "POST", "/Users", userBody(name, "")).id();
    }

    @Test
    void a_refused_write_is_logged_with_who_and_why() {
        assertThat(server.post("/Users", "{'schemas':['urn:ietf:params:scim:schemas:core:2.0:User']}")
                        .status())
                .isEqualTo(400);

        SyncLogEntry entry = refusal();
        assertThat(entry)
                .extracting(
                        SyncLogEntry::event,
                        SyncLogEntry::result,
                        SyncLogEntry::cause,
                        SyncLogEntry::provider,
                        SyncLogEntry::actor,
                        SyncLogEntry::requestId,
                        SyncLogEntry::subject)
                .containsExactly(
                        SyncLogEvent.REFUSED, Result.REFUSED, Cause.REQUEST, "okta", "rck-okta", "request-1", null);
        assertThat(entry.message())
                .startsWith("POST /Users was answered with 400 invalidValue: ")
                .contains("userName");
    }

    @Test
    void a_refused_change_of_a_user_is_logged_about_its_account() {
        String id = server.user("jo@example.com");
        server.patch("/Users/" + id, "{'op':'replace','path':'userName','value':5}");

        assertThat(refusal())
                .extracting(SyncLogEntry::subject, SyncLogEntry::subjectName)
                .containsExactly(account(id), "jo@example.com");
    }

    @Test
    void whatever_a_provider_does_to_a_local_user_is_logged_as_that_and_answered_as_if_there_were_none() {
        String id = userOf(HOST, "local@example.com");

        assertThat(server.get("/Users/" + id).status()).isEqualTo(404);
        assertThat(server.patch("/Users/" + id, "{'op':'remove','path':'title'}")
                        .status())
                .isEqualTo(404);
        assertThat(server.put("/Users/" + id, userBody("x@example.com", "")).status())
                .isEqualTo(404);
        assertThat(server.delete("/Users/" + id).status()).isEqualTo(404);

        assertThat(refusals("acme")).hasSize(4).allSatisfy(entry -> {
            assertThat(entry.event()).isEqualTo(SyncLogEvent.REFUSED);
            assertThat(entry.subject()).isEqualTo(account(id));
            assertThat(entry.subjectName()).isEqualTo("local@example.com");
            assertThat(entry.message()).contains("a User of the host application");
        });
    }

    @Test
    void what_belongs_to_another_provider_is_logged_with_its_name() {
        String id = userOf(ENTRA, "theirs@example.com");
        server.get("/Users/" + id);

        assertThat(refusal().message())
                .isEqualTo(
                        "GET /Users/" + id + " was answered with 404: this is a User of the provider \"Push of entra\","
                                + " which this provider can neither see nor change");
    }

    @Test
    void a_version_in_front_of_the_path_changes_nothing() {
        String id = userOf(ENTRA, "theirs@example.com");
        handle(Caller.ofProvider("acme", "okta", "rck-okta"), "GET", List.of("v2", "Users", id), "");

        assertThat(refusal().message()).startsWith("GET /Users/" + id + " was answered with 404: this is a User of");
    }

    @Test
    void a_group_of_somebody_else_is_the_subject_itself() {
        String id =
                server.as(ENTRA, "POST", "/Groups", Server.groupBody("Theirs")).id();
        server.delete("/Groups/" + id);

        assertThat(refusal())
                .extracting(SyncLogEntry::subject, SyncLogEntry::subjectName)
                .containsExactly(id, "Theirs");
    }

    @Test
    void a_user_name_that_somebody_else_has_is_told_of_in_the_log_alone() {
        String local = userOf(HOST, "Local@example.com");
        Server.Answer answer = server.post("/Users", userBody("LOCAL@example.com", ""));

        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.scimType()).isEqualTo("uniqueness");
        assertThat(answer.text()).doesNotContain("host", "local", "provider");
        assertThat(refusal())
                .extracting(SyncLogEntry::subject, SyncLogEntry::subjectName, SyncLogEntry::message)
                .containsExactly(
                        account(local),
                        "Local@example.com",
                        "POST /Users was answered with 409 uniqueness: the userName is that of a User of the host application,"
                                + " which no provider can see or change");
    }

    @Test
    void the_same_is_logged_for_a_change_to_that_user_name() {
        userOf(ENTRA, "theirs@example.com");
        String mine = server.user("mine@example.com");
        server.patch("/Users/" + mine, "{'op':'replace','path':'userName','value':'theirs@example.com'}");

        assertThat(refusal().message()).contains("409 uniqueness", "the userName is that of a User of the provider");
        assertThat(refusal().subjectName()).isEqualTo("theirs@example.com");
    }

    @Test
    void a_user_name_that_the_provider_itself_has_taken_is_refused_as_the_client_is_told() {
        String mine = server.user("mine@example.com");
        Server.Answer answer = server.post("/Users", userBody("mine@example.com", ""));

        assertThat(refusal().subject()).isEqualTo(account(mine));
        assertThat(refusal().message()).endsWith(answer.detail());
    }

    @Test
    void operations_of_a_bulk_are_logged_one_by_one() {
        String local = userOf(HOST, "local@example.com");
        server.post(
                "/Bulk",
                "{'schemas':['urn:ietf:params:scim:api:messages:2.0:BulkRequest'],'Operations':["
                        + "{'method':'POST','path':'/Users','bulkId':'1','data':" + userBody("new@example.com", "")
                        + "},"
                        + "{'method':'POST','path':'/Users','bulkId':'2','data':" + userBody("local@example.com", "")
                        + "},"
                        + "{'method':'DELETE','path':'/Users/" + local + "'}]}");

        assertThat(refusals("acme"))
                .extracting(SyncLogEntry::subject, SyncLogEntry::requestId)
                .containsExactly(tuple(account(local), "request-1"), tuple(account(local), "request-1"));
    }

    @Test
    void a_failure_of_the_server_is_an_error_and_tells_nothing_of_its_inside() {
        broken = true;
        ScimResponse answer = handle(HOST, "POST", List.of("Users"), userBody("jo@example.com", ""));

        assertThat(answer.status()).isEqualTo(500);
        assertThat(refusal().event()).isEqualTo(SyncLogEvent.ERROR);
        assertThat(refusal().result()).isEqualTo(Result.FAILED);
        assertThat(refusal().provider()).isNull();
        assertThat(refusal().message()).contains("request-9").doesNotContain("secret");
    }

    @Test
    void a_password_is_in_no_message() {
        server.post("/Users", userBody("jo@example.com", "'password':'hunter2 hunter2','title':['x']"));
        server.post(
                "/Users", "{'schemas':['urn:ietf:params:scim:schemas:core:2.0:User'],'password':'hunter2 hunter2'}");

        assertThat(refusals("acme"))
                .isNotEmpty()
                .allSatisfy(entry -> assertThat(entry.message()).doesNotContain("hunter2"));
    }

    @Test
    void looking_for_what_is_not_there_searching_and_stale_versions_are_no_refusals() {
        String id = server.user("jo@example.com");
        server.get("/Users/nobody");
        server.get("/Nothing/at-all");
        server.get("/Users?filter=nonsense");
        server.post(
                "/Users/.search", "{'schemas':['urn:ietf:params:scim:api:messages:2.0:SearchRequest'],'filter':'x'}");
        server.call("DELETE", "/Users/" + id, "", Map.of("If-Match", "W/\"stale\""));

        assertThat(refusals("acme")).isEmpty();
    }

    @Test
    void what_is_of_another_tenant_is_as_if_it_were_not_there() {
        String theirs = userOf(OTHER_TENANT, "jo@example.com");
        server.get("/Users/" + theirs);
        server.delete("/Users/" + theirs);

        assertThat(refusal().message()).startsWith("DELETE").doesNotContain("provider \"");
        assertThat(refusal().subject()).isNull();
        assertThat(refusals("umbrella")).isEmpty();
    }

    @Test
    void a_caller_of_no_tenant_has_no_log() {
        server.as(Caller.ofProvider("nobody", "okta", "x"), "POST", "/Users", "{}");

        assertThat(refusals("nobody")).isEmpty();
    }

    @Test
    void controls_in_a_path_do_not_reach_the_log() {
        server.as(HOST, "DELETE", "/Users/a\u0000b\nc", "");

        assertThat(refusal().message()).startsWith("DELETE /Users/a b c was answered with 404");
    }
}

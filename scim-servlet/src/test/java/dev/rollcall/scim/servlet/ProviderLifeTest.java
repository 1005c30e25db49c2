package dev.rollcall.scim.servlet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rollcall.scim.Rollcall;
import dev.rollcall.scim.protocol.Caller;
import dev.rollcall.scim.provisioning.Background;
import dev.rollcall.scim.provisioning.admin.CreatedCredential;
import dev.rollcall.scim.provisioning.admin.CreatedProvider;
import dev.rollcall.scim.provisioning.admin.Credentials;
import dev.rollcall.scim.provisioning.admin.Providers;
import dev.rollcall.scim.provisioning.provider.CredentialType;
import dev.rollcall.scim.provisioning.provider.ProviderSettings;
import dev.rollcall.scim.provisioning.provider.RequestRate;
import dev.rollcall.scim.store.memory.InMemoryStore;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ProviderLifeTest {
    private static final String TENANT = "acme";

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-05-04T08:00:00Z"));
    private final Rollcall rollcall = Rollcall.builder()
            .store(InMemoryStore.create())
            .provisioning()
            .background(Background.MANUAL)
            .clock(now::get)
            .build();
    private final TestServer server = TestServer.start("/", "/scim/v2/*", ScimServlet.of(rollcall));
    private final Providers providers = rollcall.providers(TENANT);

    @BeforeEach
    void tenant() {
        rollcall.tenants().create(TENANT, "Acme Inc.");
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private void pass(Duration time) {
        now.set(now.get().plus(time));
    }

    private Answer get(String authorization) {
        return server.wire()
                .send("GET /scim/v2/Users HTTP/1.1\nHost: scim.example.com\nAuthorization: " + authorization);
    }

    private static String basic(String user, String password) {
        return "Basic " + Base64.getEncoder().encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
    }

    private static String basic(CreatedCredential credential) {
        return basic(credential.userName(), credential.password());
    }

    private static String bearer(CreatedCredential credential) {
        return "Bearer " + credential.token();
    }

    @Test
    void test_api_credentials_works_on_an_empty_directory() {
        CreatedProvider okta = providers.add(ProviderSettings.named("Okta"));

        Answer answer = get(basic(okta.credential()));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).contains("\"totalResults\":0");
    }

    @Test
    void a_provider_lives_from_its_first_log_in_to_its_end() {
        CreatedProvider okta = providers.add(ProviderSettings.named("Okta"));
        Credentials credentials = providers.credentials(okta.id());
        CreatedCredential token = credentials.add(CredentialType.OAUTH_TOKEN);
        assertThat(get(basic(okta.credential())).status()).isEqualTo(200);
        assertThat(get(bearer(token)).status()).isEqualTo(200);
        assertThat(get(token.token()).status())
                .as("the token alone, as Okta can send it")
                .isEqualTo(200);

        // Rotated with an overlap.
        CreatedCredential newer =
                credentials.rotate(okta.credential().id(), now.get().plus(Duration.ofHours(1)));
        assertThat(get(basic(okta.credential())).status()).isEqualTo(200);
        assertThat(get(basic(newer)).status()).isEqualTo(200);
        pass(Duration.ofHours(1));
        get(basic(okta.credential())).isError(401);
        assertThat(get(basic(newer)).status()).isEqualTo(200);

        // It expires.
        credentials.expire(token.id(), now.get().plus(Duration.ofDays(1)));
        assertThat(get(bearer(token)).status()).isEqualTo(200);
        pass(Duration.ofDays(1));
        Answer expired = get(bearer(token)).isError(401);
        assertThat(expired.detail()).isEqualTo("The token is not valid here");
        assertThat(expired.header("WWW-Authenticate"))
                .hasValueSatisfying(challenge -> assertThat(challenge).contains("invalid_token"));

        // It is revoked.
        CreatedCredential other = credentials.add(CredentialType.OAUTH_TOKEN);
        assertThat(get(bearer(other)).status()).isEqualTo(200);
        credentials.revoke(other.id());
        get(bearer(other)).isError(401);

        // It is disabled, and enabled again.
        providers.disable(okta.id());
        get(basic(newer)).isError(401);
        providers.enable(okta.id());
        assertThat(get(basic(newer)).status()).isEqualTo(200);

        // It is deleted.
        providers.delete(okta.id());
        get(basic(newer)).isError(401);
    }

    @Test
    void a_mistyped_secret_is_told_apart_from_a_wrong_one_and_never_shown() {
        CreatedProvider okta = providers.add(ProviderSettings.named("Okta"));
        CreatedProvider other = providers.add(ProviderSettings.named("Other"));
        String cut = okta.password().substring(0, 40);

        assertThat(get(basic(okta.userName(), cut)).isError(401).detail())
                .contains("mistyped or cut off")
                .doesNotContain(cut);
        assertThat(get("Bearer " + cut).isError(401).detail()).contains("The token is mistyped");
        assertThat(get(basic(okta.userName(), "hunter2")).isError(401).detail())
                .contains("rck_")
                .doesNotContain("hunter2");
        assertThat(get(basic(okta.userName(), other.password())).isError(401).detail())
                .isEqualTo("User name or password is wrong");
    }

    @Test
    void who_tries_out_passwords_of_a_provider_is_slowed_down_and_the_provider_itself_is_not() {
        CreatedProvider okta = providers.add(ProviderSettings.named("Okta"));
        CreatedProvider other = providers.add(ProviderSettings.named("Other"));
        assertThat(get(basic(okta.credential())).status()).isEqualTo(200);
        for (int i = 0; i < 9; i++) {
            get(basic(okta.userName(), other.password())).isError(401);
        }
        get(basic(okta.userName(), other.password()));

        Answer slowed = get(basic(okta.userName(), other.password())).isError(429);

        assertThat(slowed.header("Retry-After"))
                .hasValueSatisfying(seconds -> assertThat(seconds).matches("\\d+"));
        assertThat(get(basic(okta.credential())).status()).isEqualTo(200);
    }

    @Test
    void the_rate_of_requests_is_that_of_the_provider() {
        CreatedProvider slow =
                providers.add(ProviderSettings.named("Slow").with(to -> to.requestRate(new RequestRate(1, 2))));
        CreatedProvider fast = providers.add(ProviderSettings.named("Fast"));

        get(basic(slow.credential()));
        get(basic(slow.credential()));

        assertThat(get(basic(slow.credential())).isError(429).header("Retry-After"))
                .contains("1");
        assertThat(get(basic(fast.credential())).status()).isEqualTo(200);
        providers.change(slow.id(), to -> to.requestRate(RequestRate.UNLIMITED));
        assertThat(get(basic(slow.credential())).status()).isEqualTo(200);
    }

    @Test
    void a_rate_of_the_servlet_takes_the_place_of_that_of_the_providers() {
        CreatedProvider slow =
                providers.add(ProviderSettings.named("Slow").with(to -> to.requestRate(new RequestRate(1, 1))));
        ScimServlet unlimited =
                ScimServlet.builder(rollcall).requestRate(RequestRate.UNLIMITED).build();
        try (TestServer other = TestServer.start("/", "/scim/v2/*", unlimited)) {
            for (int i = 0; i < 5; i++) {
                assertThat(other.wire()
                                .send("GET /scim/v2/Users HTTP/1.1\nHost: x\nAuthorization: "
                                        + basic(slow.credential()))
                                .status())
                        .isEqualTo(200);
            }
        }
    }

    @Test
    void a_host_that_names_a_provider_that_is_not_there_is_told_which() {
        ScimServlet own = ScimServlet.of(rollcall, request -> Caller.ofProvider(TENANT, "nobody", "own"));
        try (TestServer other = TestServer.start("/", "/scim/v2/*", own)) {
            assertThat(other.wire()
                            .send("GET /scim/v2/Users HTTP/1.1\nHost: x")
                            .isError(403)
                            .detail())
                    .contains("provider \\\"nobody\\\"");
        }
    }

    @Test
    void the_configuration_can_be_read_without_credentials() {
        assertThat(server.wire()
                        .send("GET /scim/v2/ServiceProviderConfig HTTP/1.1\nHost: x")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void without_provisioning_a_servlet_needs_an_authenticator() {
        Rollcall plain = Rollcall.builder().store(InMemoryStore.create()).build();

        assertThatThrownBy(() -> ScimServlet.of(plain)).hasMessageContaining("authenticator is missing");
        assertThatThrownBy(() -> ProviderCredentials.of(plain)).hasMessageContaining("provisioning()");
    }
}

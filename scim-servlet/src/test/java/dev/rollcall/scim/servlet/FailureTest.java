package dev.rollcall.scim.servlet;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import dev.rollcall.scim.Rollcall;
import dev.rollcall.scim.error.ScimException;
import dev.rollcall.scim.store.Capabilities;
import dev.rollcall.scim.store.Store;
import dev.rollcall.scim.store.UnitOfWork;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** What is the server's own fault is logged under the request's id, and told to nobody. */
class FailureTest {
    /** A store whose database is gone, and says so in the words of a driver. */
    private static final class BrokenStore implements Store {
        @Override
        public <T> T write(Function<UnitOfWork, T> work) {
            throw new IllegalStateException("jdbc:h2:secret-place is closed");
        }

        @Override
        public <T> T read(Function<UnitOfWork, T> work) {
            throw new IllegalStateException("jdbc:h2:secret-place is closed");
        }

        @Override
        public Capabilities capabilities() {
            return new Capabilities(true, false, false, false);
        }
    }

    private static TestServer broken() {
        Rollcall rollcall = TestServer.rollcall(b -> b.store(new BrokenStore()));
        return TestServer.start("/", "/scim/v2/*", TestServer.servlet(rollcall).build());
    }

    private static TestServer with(Authenticator authenticator) {
        return TestServer.start("/", "/scim/v2/*", ScimServlet.of(TestServer.rollcall(b -> b), authenticator));
    }

    @Test
    void a_failing_store_is_500_without_its_words_and_logged_with_them() {
        try (TestServer server = broken();
                Logs logs = new Logs()) {
            Answer answer =
                    server.as("GET /scim/v2/Users/some-id?filter=private").isError(500);
            assertThat(answer.body()).doesNotContain("jdbc").doesNotContain("Exception");
            assertThat(answer.detail()).contains(answer.header("X-Request-Id").orElseThrow());
            assertThat(logs.at(Level.ERROR))
                    .hasSize(1)
                    .first()
                    .asString()
                    .contains(answer.header("X-Request-Id").orElseThrow())
                    .contains("GET /scim/v2/Users/some-id")
                    .contains("IllegalStateException: jdbc:h2:secret-place is closed")
                    .contains("FailureTest$BrokenStore.read");
        }
    }

    @Test
    void no_secret_no_body_and_no_query_value_reaches_the_log() {
        try (TestServer server = broken();
                Logs logs = new Logs()) {
            String basic = Base64.getEncoder()
                    .encodeToString(("okta:" + TestServer.PASSWORD).getBytes(StandardCharsets.UTF_8));
            String user = TestServer.user("body-user", "\"password\":\"body-password\"");
            server.post("POST /scim/v2/Users?attributes=query-value", user, "Cookie: a=cookie-value")
                    .isError(500);
            server.as("GET /scim/v2/Users?filter=userName+eq+%22query-value%22").isError(500);
            server.wire()
                    .send("GET /scim/v2/Users HTTP/1.1\nHost: x\nAuthorization: Basic " + basic)
                    .isError(500);
            server.wire()
                    .send("GET /scim/v2/Users HTTP/1.1\nHost: x\nAuthorization: Bearer wrong-token")
                    .isError(401);
            server.wire()
                    .send("GET /scim/v2/Users HTTP/1.1\nHost: x\nAuthorization: Basic " + basic.substring(1))
                    .isError(401);
            assertThat(logs.at(Level.ERROR)).hasSize(3);
            assertThat(logs.everything())
                    .doesNotContain(TestServer.TOKEN)
                    .doesNotContain(TestServer.PASSWORD)
                    .doesNotContain(basic)
                    .doesNotContain("wrong-token")
                    .doesNotContain("body-user")
                    .doesNotContain("body-password")
                    .doesNotContain("cookie-value")
                    .doesNotContain("query-value");
        }
    }

    @Test
    void what_is_the_fault_of_the_client_is_no_error_in_the_log() {
        try (TestServer server = TestServer.start();
                Logs logs = new Logs()) {
            server.as("GET /scim/v2/Users?filter=nonsense").isError(400);
            server.as("GET /scim/v2/Users/none").isError(404);
            server.post("POST /scim/v2/Users", "{").isError(400);
            server.wire().send("GET /scim/v2/Users HTTP/1.1\nHost: x").isError(401);
            assertThat(logs.at(Level.ERROR)).isEmpty();
            assertThat(logs.at(Level.WARN)).isEmpty();
        }
    }

    @Test
    void a_failing_authenticator_lets_nobody_in() {
        try (TestServer server = with(request -> {
                    throw new IllegalStateException("no directory");
                });
                Logs logs = new Logs()) {
            assertThat(server.as("GET /scim/v2/Users").isError(500).body()).doesNotContain("directory");
            assertThat(logs.at(Level.ERROR)).hasSize(1).first().asString().contains("no directory");
        }
    }

    @Test
    void an_overflown_stack_is_an_answer_too() {
        try (TestServer server = with(request -> {
                    throw new StackOverflowError();
                });
                Logs logs = new Logs()) {
            server.as("GET /scim/v2/Users").isError(500);
            assertThat(logs.at(Level.ERROR)).hasSize(1).first().asString().contains("StackOverflowError");
        }
    }

    @Test
    void an_authenticator_can_forbid() {
        try (TestServer server = with(request -> {
            throw ScimException.forbidden("This token is for reading only");
        })) {
            assertThat(server.as("GET /scim/v2/Users").isError(403).detail())
                    .isEqualTo("This token is for reading only");
        }
    }
}

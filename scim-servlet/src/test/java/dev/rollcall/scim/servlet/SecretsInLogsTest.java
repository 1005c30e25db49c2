package dev.rollcall.scim.servlet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.scim.provisioning.provider.RequestRate;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nothing that is logged at any level, for any kind of request, holds a secret or what a filter asks for. */
class SecretsInLogsTest {
    private static final String BASIC =
            Base64.getEncoder().encodeToString(("okta:" + TestServer.PASSWORD).getBytes(StandardCharsets.UTF_8));
    private static final List<String> SECRETS =
            List.of(TestServer.TOKEN, TestServer.PASSWORD, BASIC, "wr0ng-token", "b0dy-password", "f1lter-value");

    private static final String BODY = TestServer.user("ada", "\"password\":\"b0dy-password\"");
    private static final String PATCH = "{\"schemas\":[\"urn:ietf:params:scim:api:messages:2.0:PatchOp\"],"
            + "\"Operations\":[{\"op\":\"replace\",\"path\":\"%s\",\"value\":\"b0dy-password\"}]}";

    private static List<Answer> everything(TestServer server) {
        List<Answer> answers = new ArrayList<>();
        String user = "Users/1";
        for (String authorization : List.of(
                "Bearer " + TestServer.TOKEN,
                "Basic " + BASIC,
                "Bearer wr0ng-token",
                "Basic " + BASIC.substring(1),
                "")) {
            for (String target : List.of("Users", user, ".search", "Bulk", "Me", "Nothing", "v1/Users")) {
                for (String method : List.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "BREW")) {
                    String head =
                            method + " /scim/" + target + "?filter=userName%20eq%20%22f1lter-value%22&access_token="
                                    + TestServer.TOKEN + " HTTP/1.1\nHost: x\nAuthorization: " + authorization;
                    for (String body : List.of(BODY, BODY.replace("}", ""), PATCH.formatted("password"))) {
                        answers.add(server.wire().send(head, body));
                    }
                }
            }
        }
        String search = "{\"schemas\":[\"urn:ietf:params:scim:api:messages:2.0:SearchRequest\"],"
                + "\"filter\":\"password eq \\\"b0dy-password\\\"\"}";
        answers.add(server.post("POST /scim/Users/.search", search));
        answers.add(server.post("POST /scim/Users", BODY, "Content-Type: text/plain"));
        answers.add(server.post("POST /scim/Users", BODY.repeat(100)));
        answers.add(server.post("PATCH /scim/Users/1", PATCH.formatted("active")));
        answers.add(server.as("GET /scim/Users?filter=password%20eq%20%22f1lter-value%22"));
        answers.add(server.as("GET /scim/Users?filter=%22f1lter-value"));
        answers.add(server.as("GET /scim/Users?filter=%f1lter-value"));
        return answers;
    }

    private static ScimServletBuilder servlet() {
        return TestServer.servlet(TestServer.rollcall(b -> b));
    }

    private static void check(ScimServlet servlet) {
        try (Logs logs = new Logs()) {
            List<Answer> answers;
            try (TestServer server = TestServer.start("/", "/scim/*", servlet)) {
                answers = everything(server);
            }
            String logged = logs.everything();
            assertThat(logged).contains(AccessLogProof.FIELD);
            for (String secret : SECRETS) {
                assertThat(logged).doesNotContain(secret);
            }
            for (Answer answer : answers) {
                for (String secret :
                        List.of(TestServer.TOKEN, TestServer.PASSWORD, BASIC, "wr0ng-token", "b0dy-password")) {
                    assertThat(answer.body() + answer.headers()).doesNotContain(secret);
                }
            }
        }
    }

    private static final class AccessLogProof {
        static final String FIELD = " status=";
    }

    @Test
    void with_everything_as_it_is_by_default() {
        check(servlet().build());
    }

    @Test
    void with_everything_but_query_values_asked_for() {
        check(servlet()
                .accessLog(AccessLog.create().withIds().withCallerName().withClientAddress())
                .build());
    }

    @Test
    void with_a_request_rate_and_slowed_log_ins() {
        check(servlet()
                .requestRate(new RequestRate(1, 1))
                .failedLogIns(1, Duration.ofMinutes(1))
                .build());
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void with_an_authenticator_that_fails(boolean error) {
        check(servlet()
                .authenticator(request -> {
                    if (error) {
                        throw new AssertionError("out of order");
                    }
                    throw new IllegalStateException("no directory");
                })
                .build());
    }
}

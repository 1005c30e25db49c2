package dev.rollcall.scim.testkit.conversation;

import static dev.rollcall.scim.testkit.conversation.Fakes.conversation;
import static dev.rollcall.scim.testkit.conversation.Fakes.json;
import static dev.rollcall.scim.testkit.conversation.Fakes.play;
import static dev.rollcall.scim.testkit.conversation.Fakes.response;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.rollcall.scim.testkit.conversation.wire.ScriptedServer;
import java.io.IOException;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ConversationRunnerTest {
    private static final String CREATE_USER = """
            {"name": "create", "method": "POST", "path": "/Users?", "headers": {"Authorization": "Bearer ${token}"},
             "body": {"userName": "u${i}"}, "repeat": {"i": [1, 3]},
             "expect": {"status": [201], "capture": {"u${i}": "$.id"},
                        "body": {"$.id": "${u${i}}"}, "then": {"$.userName": "u${i}"}}}
            """;

    @Test
    void placeholders_repeats_captures_and_each_work_together() throws IOException {
        var scim = new TinyScim();
        try (var server = ScriptedServer.answering(scim::answer)) {
            var result = play(conversation("""
                            "setup": [%s], "steps": [
                             {"name": "group", "method": "POST", "path": "/Groups",
                              "body": {"base": "${base}", "members": [{"$each": {"i": [1, 3]}, "item": {"value": "${u${i}}"}}]},
                              "expect": {"status": [201], "body": {
                                "$.members[*].value": {"$set": [{"$each": {"i": [1, 3]}, "item": "${u${i}}"}]},
                                "$.members[?value==\\"${u2}\\"].value": "${u2}",
                                "$.base": "%s"}}},
                             {"name": "read", "method": "GET", "path": "/Users/${u3}?x", "expect":
                               {"status": [200], "body": {"$.userName": "u3"}}}]""".formatted(CREATE_USER, server.url())), server);

            assertThat(result.broken()).isEmpty();
            assertThat(result.outcome()).isEqualTo(Outcome.HELD);
            assertThat(server.requests()).anyMatch(request -> request.startsWith("GET /scim/v2/Users/3?x HTTP/1.1"));
            assertThat(server.requests().get(0)).contains("\r\nAuthorization: Bearer t0ken\r\n");
        }
    }

    @Test
    void a_server_that_asks_to_wait_is_asked_again_as_identity_providers_do() throws IOException {
        var asked = new AtomicInteger();
        try (var server = ScriptedServer.answering(r -> asked.incrementAndGet() % 3 == 0
                ? json(200, "{\"n\": 1}")
                : response(429, "Retry-After: 0\r\n", "{}"))) {
            var result = play(conversation("""
                            "steps": [{"name": "ask", "method": "GET", "path": "/Users",
                              "expect": {"status": [200], "body": {"$.n": 1}}}]"""), server);

            assertThat(result.broken()).isEmpty();
            assertThat(asked).hasValue(3);
        }
    }

    @Test
    void a_server_that_goes_on_asking_or_does_not_say_for_how_long_is_believed_that_it_refuses() throws IOException {
        for (String header :
                new String[] {"Retry-After: 0\r\n", "Retry-After: soon\r\n", "Retry-After: 3600\r\n", ""}) {
            try (var server = ScriptedServer.answering(r -> response(429, header, "{}"))) {
                var result = play(conversation("""
                                "steps": [{"name": "ask", "method": "GET", "path": "/Users",
                                  "expect": {"status": [200]}}]"""), server);

                assertThat(result.broken()).extracting(BrokenExpectation::got).containsExactly("429 with the body {}");
                assertThat(server.requests()).hasSize(header.contains("0\r") && !header.contains("36") ? 10 : 1);
            }
        }
    }

    @Test
    void a_broken_expectation_is_reported_with_conversation_step_expected_and_got() throws IOException {
        try (var server = ScriptedServer.answering(r -> json(200, "{\"n\": 2}"))) {
            var result = play(conversation("""
                            "steps": [{"name": "ask", "method": "GET", "path": "/Users", "repeat": {"i": [5, 5]},
                              "expect": {"status": [200], "body": {"$.n": 1}}}]"""), server);

            assertThat(result.outcome()).isEqualTo(Outcome.BROKEN);
            assertThat(result.broken())
                    .containsExactly(new BrokenExpectation("007 acme: Trial", "ask [i=5]", "$.n = 1", "2"));
            assertThat(result.broken().get(0))
                    .hasToString("007 acme: Trial | step 'ask [i=5]': expected $.n = 1, got 2");
        }
    }

    @Test
    void every_broken_expectation_of_every_step_is_reported() throws IOException {
        try (var server = ScriptedServer.answering(
                r -> response(200, "Content-Type: text/plain\r\nA: x\r\n", "{\"n\": 2, \"m\": [1]}"))) {
            var result = play(conversation("""
                            "steps": [
                             {"name": "a", "method": "GET", "path": "/x", "expect": {"status": [200],
                              "headers": {"Content-Type": {"$mediaType": "application/scim+json"}, "A": "y",
                                          "B": {"$exists": true}},
                              "body": {"$.n": "2", "$.m": {"$size": 0}, "$.o": {"$exists": true}}}},
                             {"name": "b", "method": "GET", "path": "/x", "expect": {"status": [404, 410]}},
                             {"name": "c", "method": "GET", "path": "/${nix}", "expect": {"status": [200]}},
                             {"name": "d", "method": "GET", "path": "/x", "expect": {"status": [200],
                              "capture": {"v": "$.id"}, "body": {"$.n": "${nix}"}}}]"""), server);

            assertThat(result.broken())
                    .map(broken -> broken.step() + ": " + broken.expected() + " / " + broken.got())
                    .containsExactly(
                            "a: Content-Type of media type application/scim+json / 'text/plain'",
                            "a: A: y / 'x'",
                            "a: a header B / no such header",
                            "a: $.n = \"2\" / 2",
                            "a: $.m = {\"$size\":0} / an array of 1: [1]",
                            "a: $.o = {\"$exists\":true} / nothing",
                            "b: status 404 or 410 / 200 with the body {\"n\": 2, \"m\": [1]}",
                            "c: a request to send / no value for ${nix}, which an earlier step should have captured",
                            "d: one value at $.id for ${v} / nothing",
                            "d: $.n = \"${nix}\" / no value for ${nix}, which an earlier step should have captured");
        }
    }

    @Test
    void a_body_that_is_no_JSON_is_a_broken_expectation() throws IOException {
        var steps = """
                "steps": [{"name": "ask", "method": "GET", "path": "/x",
                  "expect": {"status": [200, 204], "body": {"$.n": 1}}}]""";
        try (var html = ScriptedServer.answering(r -> response(200, "", "<html>"));
                var empty = ScriptedServer.answering(r -> response(200, "", ""));
                var none = ScriptedServer.answering(r -> response(204, "", ""))) {
            assertThat(play(conversation(steps), html).broken())
                    .singleElement()
                    .satisfies(broken -> assertThat(broken.expected()).isEqualTo("a JSON body"))
                    .satisfies(broken -> assertThat(broken.got())
                            .startsWith("a body that is not JSON")
                            .endsWith("<html>"));
            assertThat(play(conversation(steps), empty).broken())
                    .extracting(BrokenExpectation::got)
                    .containsExactly("an empty body");
            assertThat(play(conversation(steps), none).broken()).isEmpty();
        }
    }

    @Test
    void then_reads_the_resource_without_the_query() throws IOException {
        try (var server = ScriptedServer.answering(
                r -> r.startsWith("GET") ? json(200, "{\"n\": 2}") : json(200, "{\"n\": 1}"))) {
            var result = play(conversation("""
                            "steps": [{"name": "patch", "method": "PATCH", "path": "/Users/7?attributes=n",
                              "expect": {"status": [200], "body": {"$.n": 1}, "then": {"$.n": 3}}}]"""), server);

            assertThat(server.requests().get(1)).startsWith("GET /scim/v2/Users/7 HTTP/1.1\r\n");
            assertThat(server.requests().get(1)).contains("\r\nAuthorization: Bearer t0ken\r\n");
            assertThat(result.broken())
                    .containsExactly(new BrokenExpectation("007 acme: Trial", "patch, then", "$.n = 3", "2"));
        }
    }

    @Test
    void then_expects_200_and_is_left_out_after_a_status_that_was_not_allowed() throws IOException {
        var steps = """
                "steps": [{"name": "put", "method": "PUT", "path": "/Users/7",
                  "expect": {"status": [200], "then": {}}}]""";
        try (var gone = ScriptedServer.answering(r -> r.startsWith("GET") ? json(404, "{}") : json(200, "{\"n\": 1}"));
                var refusing = ScriptedServer.answering(r -> json(400, "{}"))) {
            assertThat(play(conversation(steps), gone).broken())
                    .extracting(BrokenExpectation::expected)
                    .containsExactly("status 200");
            assertThat(play(conversation(steps), refusing).broken())
                    .extracting(BrokenExpectation::step)
                    .containsExactly("put");
        }
    }

    @Test
    void a_raw_body_goes_as_it_is() throws IOException {
        try (var server = ScriptedServer.answering(r -> json(400, "{}"))) {
            var result = play(conversation("""
                            "steps": [{"name": "bad", "method": "POST", "path": "/Users?&",
                              "headers": {"User-Agent": ""}, "rawBody": "{\\"a\\": ${token},",
                              "expect": {"status": [400]}}]"""), server);

            assertThat(result.outcome()).isEqualTo(Outcome.HELD);
            assertThat(server.requests())
                    .containsExactly("POST /scim/v2/Users?& HTTP/1.1\r\nHost: " + server.authority()
                            + "\r\nUser-Agent: \r\nContent-Length: 12\r\nConnection: close\r\n\r\n{\"a\": t0ken,");
        }
    }

    @Test
    void concurrent_steps_are_under_way_at_the_same_time() throws IOException {
        var meeting = new CyclicBarrier(3);
        try (var server = ScriptedServer.answering(request -> {
            await(meeting);
            return request.startsWith("GET /scim/v2/a") ? json(200, "{}") : json(409, "{}");
        })) {
            var result = play(conversation("""
                            "steps": [{"name": "race", "concurrent": [
                              {"name": "a", "method": "GET", "path": "/a", "expect": {"status": [200]}},
                              {"name": "b", "method": "GET", "path": "/b", "repeat": {"i": [1, 2]},
                               "expect": {"status": [200]}}]}]"""), server);

            assertThat(result.broken())
                    .extracting(BrokenExpectation::step, BrokenExpectation::got)
                    .containsExactly(
                            tuple("b [i=1]", "409 with the body {}"), tuple("b [i=2]", "409 with the body {}"));
            assertThat(server.requests()).hasSize(3);
        }
    }

    @Test
    void a_refusal_that_is_allowed_has_nothing_to_capture_and_nothing_to_look_at() throws IOException {
        try (var server = ScriptedServer.answering(r -> json(409, "{}"))) {
            var result = play(conversation("""
                            "steps": [{"name": "post", "method": "POST", "path": "/Users", "body": {},
                              "expect": {"status": [201, 409], "capture": {"u": "$.id"}, "then": {"$.a": 1}}}]"""), server);

            assertThat(result.broken()).isEmpty();
            assertThat(server.requests()).hasSize(1);
        }
    }

    @Test
    void after_a_broken_setup_the_steps_are_not_played() throws IOException {
        try (var server = ScriptedServer.answering(r -> json(500, "{}"))) {
            var step = "{\"name\": \"x\", \"method\": \"GET\", \"path\": \"/x\", \"expect\": {\"status\": [200]}}";
            var result = play(conversation("\"setup\": [" + step + "], \"steps\": [" + step + "]"), server);

            assertThat(result.broken()).hasSize(1);
            assertThat(server.requests()).hasSize(1);
        }
    }

    @Test
    void a_server_that_hangs_up_is_asked_nothing_more() throws IOException {
        try (var server = ScriptedServer.answering("")) {
            var step = "{\"name\": \"x\", \"method\": \"GET\", \"path\": \"/x\", \"expect\": {\"status\": [200]}}";
            var result = play(conversation("\"steps\": [" + step + ", " + step + "]"), server);

            assertThat(result.broken())
                    .singleElement()
                    .extracting(BrokenExpectation::got)
                    .asString()
                    .startsWith("the connection was closed before");
            assertThat(server.requests()).hasSize(1);
        }
    }

    @Test
    void a_conversation_whose_option_the_server_lacks_is_skipped_with_the_reason() throws IOException {
        var conversation = conversation("""
                "requires": ["customExtension", "uniqueGroupDisplayName"], "steps": [
                  {"name": "x", "method": "GET", "path": "/x", "expect": {"status": [200]}}]""");
        try (var server = ScriptedServer.answering(r -> json(200, "{\"totalResults\": 0}"))) {
            var lacking = Fakes.target(server).options(ServerOption.CUSTOM_EXTENSION);
            var result = ConversationRunner.play(conversation, lacking.build());

            assertThat(result.outcome()).isEqualTo(Outcome.SKIPPED);
            assertThat(result.reason()).isEqualTo("the server lacks uniqueGroupDisplayName");
            assertThat(server.requests()).isEmpty();

            var able = lacking.options(ServerOption.UNIQUE_GROUP_DISPLAY_NAME).build();
            assertThat(ConversationRunner.play(conversation, able).outcome()).isEqualTo(Outcome.HELD);
        }
    }

    private static void await(CyclicBarrier barrier) {
        try {
            barrier.await(10, TimeUnit.SECONDS);
        } catch (InterruptedException | BrokenBarrierException | TimeoutException e) {
            throw new IllegalStateException("the others did not come", e);
        }
    }
}

package dev.rollcall.scim.servlet;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Whatever a client sends, the server answers, and it is never the server's fault. */
class GarbageTest {
    private static final int REQUESTS = 1500;
    private static final List<String> METHODS =
            List.of("GET", "GET", "GET", "POST", "POST", "PUT", "PATCH", "PATCH", "DELETE", "HEAD", "TRACE", "BREW");
    private static final List<String> SEGMENTS = List.of(
            "Users",
            "Users",
            "Groups",
            "Schemas",
            "ResourceTypes",
            "Me",
            "Bulk",
            ".search",
            "ServiceProviderConfig",
            "USER");
    private static final List<String> NAMES = List.of(
            "filter",
            "filter",
            "startIndex",
            "count",
            "sortBy",
            "sortOrder",
            "attributes",
            "excludedAttributes",
            "cursor");
    private static final List<String> PIECES = List.of(
            "userName",
            "emails",
            "members",
            "value",
            "type",
            "urn:ietf:params:scim:schemas:core:2.0:User",
            ":",
            ".",
            " eq ",
            " co ",
            " gt ",
            " pr",
            " and ",
            " or ",
            "not ",
            "(",
            ")",
            "[",
            "]",
            "\"",
            "\\",
            "\\u00",
            "work",
            "true",
            "1e999",
            "-1",
            "99999999999999999999",
            "%",
            "%00",
            "%2",
            "%C3%28",
            "+",
            "&",
            "=",
            ",",
            ";",
            "null",
            "é",
            "\uD83D\uDE00");
    private static final List<String> JSON = List.of(
            "{",
            "}",
            "[",
            "]",
            ",",
            ":",
            "\"schemas\"",
            "\"urn:ietf:params:scim:schemas:core:2.0:User\"",
            "\"userName\"",
            "\"x\"",
            "\"Operations\"",
            "\"op\"",
            "\"path\"",
            "\"value\"",
            "\"replace\"",
            "\"remove\"",
            "\"emails[type eq\"",
            "null",
            "true",
            "1",
            "-0",
            "1e400",
            "\"\\ud800\"",
            "\"members\"",
            "[[[[[[[[[[[[[[[[[[[[[[",
            "\u0000",
            "é",
            "'",
            "{\"schemas\":[],");

    private static TestServer server;
    private static String id;

    @BeforeAll
    static void start() {
        server = TestServer.start();
        id = server.post("POST /scim/v2/Users", TestServer.user("target")).attribute("id");
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void garbage_is_never_answered_with_a_failure_of_the_server() {
        long seed = Long.getLong("rollcall.properties.seed", System.nanoTime());
        SplittableRandom random = new SplittableRandom(seed);
        try (Logs logs = new Logs()) {
            for (int i = 0; i < REQUESTS; i++) {
                byte[] request = random.nextInt(10) == 0 ? noise(random) : request(random);
                Answer answer = server.wire().bytes(request);
                assertThat(answer.status() < 500 || answer.status() == 501 || answer.status() == 505)
                        .as(
                                "seed %d, request %d:%n%s%n→ %s",
                                seed, i, new String(request, StandardCharsets.UTF_8), answer)
                        .isTrue();
                if (answer.header("X-Request-Id").isPresent()
                        && answer.status() >= 400
                        && !answer.body().isEmpty()) {
                    answer.isError(answer.status());
                }
            }
            assertThat(logs.at(Level.ERROR)).as("seed " + seed).isEmpty();
        }
    }

    private static byte[] request(SplittableRandom random) {
        StringBuilder target = new StringBuilder("/scim/v2");
        for (int i = random.nextInt(4); i > 0; i--) {
            int kind = random.nextInt(6);
            String segment = kind == 0 ? id : kind == 1 ? some(PIECES, random) : some(SEGMENTS, random);
            target.append('/').append(segment.replace(" ", "%20"));
        }
        for (int i = random.nextInt(4); i > 0; i--) {
            target.append(target.indexOf("?") < 0 ? '?' : '&')
                    .append(some(NAMES, random))
                    .append('=');
            for (int j = random.nextInt(8); j > 0; j--) {
                target.append(some(PIECES, random).replace(' ', '+'));
            }
        }
        StringBuilder body = new StringBuilder();
        for (int i = random.nextInt(30); i > 0; i--) {
            body.append(some(JSON, random));
        }
        int length = body.toString().getBytes(StandardCharsets.UTF_8).length;
        return (some(METHODS, random) + " " + target
                        + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\nAuthorization: Bearer "
                        + TestServer.TOKEN + "\r\nIf-Match: "
                        + some(JSON, random).replace("\u0000", "")
                        + "\r\nContent-Length: " + length + "\r\n\r\n" + body)
                .getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] noise(SplittableRandom random) {
        byte[] noise = new byte[random.nextInt(1, 200)];
        random.nextBytes(noise);
        byte[] request = new byte[noise.length + 4];
        System.arraycopy(noise, 0, request, 0, noise.length);
        // An end, so that the server need not wait for more.
        System.arraycopy("\r\n\r\n".getBytes(StandardCharsets.US_ASCII), 0, request, noise.length, 4);
        return request;
    }

    private static String some(List<String> all, SplittableRandom random) {
        return all.get(random.nextInt(all.size()));
    }
}

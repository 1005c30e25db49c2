package dev.rollcall.scim.servlet;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import dev.rollcall.scim.Rollcall;
import dev.rollcall.scim.schema.AttributeType;
import dev.rollcall.scim.schema.Returned;
import dev.rollcall.scim.schema.Schema;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class AccessLogTest {
    private static final String FILTER = "filter=userName%20eq%20%22ada%22";

    /** The lines of one request. */
    private static String line(AccessLog log, String requestLine, String... headers) {
        return line(TestServer.rollcall(b -> b), log, requestLine, headers);
    }

    private static String line(Rollcall rollcall, AccessLog log, String requestLine, String... headers) {
        CountDownLatch told = new CountDownLatch(1);
        ScimServlet servlet = TestServer.servlet(rollcall)
                .clock(() -> Instant.parse("2026-01-02T03:04:05.678912Z"))
                .accessLog(log)
                .requestListener(event -> told.countDown())
                .build();
        try (Logs logs = new Logs()) {
            try (TestServer server = TestServer.start("/", "/scim/v2/*", servlet)) {
                server.as(requestLine, headers);
                assertThat(told.await(20, TimeUnit.SECONDS)).isTrue();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            List<String> lines = logs.at(Level.INFO);
            assertThat(lines).hasSize(1);
            return lines.get(0).strip();
        }
    }

    @Test
    void a_request_is_one_line_without_ids_and_values() {
        assertThat(line(AccessLog.create(), "GET /scim/v2/Users/ada?attributes=userName"))
                .matches("time=2026-01-02T03:04:05\\.678Z request=[0-9a-f-]{36} tenant=acme provider=okta method=GET"
                        + " path=/Users/\\{id} query=attributes status=404 in=0 out=\\d+ ms=\\d+\\.\\d");
    }

    @Test
    void an_error_has_its_keyword_and_a_refusal_its_reason() {
        assertThat(line(AccessLog.create(), "GET /scim/v2/Users?filter=x"))
                .contains(" status=400 scimType=invalidFilter ");
        assertThat(line(AccessLog.create(), "BREW /scim/v2/Users"))
                .contains(" method=OTHER ", " status=405 refused=MALFORMED ")
                .doesNotContain("BREW");
    }

    @Test
    void ids_names_addresses_and_query_values_are_there_if_asked_for() {
        String all = line(
                AccessLog.create()
                        .withIds()
                        .withCallerName()
                        .withClientAddress()
                        .withQueryValues(),
                "GET /scim/v2/Users/ada?" + FILTER + "&count=1");
        assertThat(all)
                .contains(" client=127.0.0.1 ", " caller=tests ", " path=/scim/v2/Users/ada ")
                .contains(" query=" + FILTER + "&count=1 ");
        assertThat(line(AccessLog.create(), "GET /scim/v2/Users?" + FILTER + "&count=1"))
                .contains(" query=filter&count ")
                .doesNotContain("%22");
    }

    @Test
    void what_is_no_parameter_of_scim_is_left_out_even_if_values_are_asked_for() {
        assertThat(line(
                        AccessLog.create().withQueryValues(),
                        "GET /scim/v2/Users?access_token=t0ken&ada@example.com&count=1"))
                .contains(" query=count=1 ")
                .doesNotContain("t0ken")
                // Not the name alone, which the id of a request holds now and then.
                .doesNotContain("example.com");
    }

    @Test
    void a_filter_on_a_password_is_left_out_even_if_values_are_asked_for() {
        for (String name : List.of("password", "PassWord", "pass%77ord")) {
            assertThat(line(
                            AccessLog.create().withQueryValues(),
                            "GET /scim/v2/Users?filter=" + name + "%20eq%20%22x9%22"))
                    .contains(" query=filter ")
                    .doesNotContain("x9");
        }
    }

    @Test
    void a_filter_on_whatever_a_schema_never_returns_is_left_out_too() {
        Rollcall lockers = TestServer.rollcall(b -> b.extension(
                "User",
                Schema.builder("urn:example:Locker")
                        .attribute(
                                "door",
                                AttributeType.COMPLEX,
                                door -> door.subAttribute(
                                        "unlockCode",
                                        AttributeType.STRING,
                                        code -> code.writeOnly().returned(Returned.NEVER)))
                        .build()));
        assertThat(line(
                        lockers,
                        AccessLog.create().withQueryValues(),
                        "GET /scim/v2/Users?count=1&filter=urn:example:Locker:door.UNLOCKcode%20eq%20%22x9%22"))
                .contains(" query=count=1&filter ")
                .doesNotContain("x9");
    }

    @Test
    void nobody_can_forge_a_line_or_a_field() {
        assertThat(line(AccessLog.create().withIds(), "GET /scim/v2/Users/a\u0085b\u00a0status=200"))
                .matches("[ -~]*")
                .contains(" status=404 ");
    }
}

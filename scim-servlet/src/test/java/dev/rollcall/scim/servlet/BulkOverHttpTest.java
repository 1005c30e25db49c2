package dev.rollcall.scim.servlet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.scim.protocol.BulkLimits;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** RFC 7644 §3.7.4: the size of a bulk request is that of the bytes that really come. */
class BulkOverHttpTest {
    private static final int MAX_SIZE = 600;
    private static TestServer server;

    @BeforeAll
    static void start() {
        server = TestServer.start(
                "/",
                "/scim/v2/*",
                TestServer.servlet(TestServer.rollcall(b -> b.bulk(BulkLimits.of(2, MAX_SIZE))))
                        .build());
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static String bulk(String userName, int size) {
        String body = "{\"schemas\":[\"urn:ietf:params:scim:api:messages:2.0:BulkRequest\"],\"Operations\":["
                + "{\"method\":\"POST\",\"path\":\"/Users\",\"bulkId\":\"a\",\"data\":" + TestServer.user(userName)
                + "}]}";
        return body + " ".repeat(size - body.length());
    }

    private static Answer chunked(String body) {
        String head = "POST /scim/v2/Bulk HTTP/1.1\r\nHost: x\r\nConnection: close\r\nAuthorization: Bearer "
                + TestServer.TOKEN + "\r\nContent-Type: application/scim+json\r\nTransfer-Encoding: chunked\r\n\r\n";
        String chunk = Integer.toHexString(body.length()) + "\r\n" + body + "\r\n0\r\n\r\n";
        return server.wire().bytes((head + chunk).getBytes(StandardCharsets.UTF_8));
    }

    private static void nobodyIs(String userName) {
        assertThat(server.as("GET /scim/v2/Users?filter=userName%20eq%20%22" + userName + "%22")
                        .body())
                .contains("\"totalResults\":0");
    }

    @Test
    void a_bulk_request_is_done_up_to_its_limit_with_and_without_its_length_told() {
        Answer told = server.post("POST /scim/v2/Bulk", bulk("told", MAX_SIZE));
        assertThat(told.status()).isEqualTo(200);
        assertThat(told.body()).contains("\"status\":\"201\"");
        assertThat(chunked(bulk("untold", MAX_SIZE)).body()).contains("\"status\":\"201\"");
    }

    @Test
    void a_larger_one_is_413_with_the_limit_with_and_without_its_length_told() {
        Answer told =
                server.post("POST /scim/v2/Bulk", bulk("large", MAX_SIZE + 1)).isError(413);
        assertThat(told.body()).contains("maxPayloadSize", "" + MAX_SIZE);
        assertThat(chunked(bulk("large", MAX_SIZE + 1)).isError(413).body()).contains("maxPayloadSize", "" + MAX_SIZE);
        nobodyIs("large");
    }

    @Test
    void the_limits_are_in_the_configuration() {
        assertThat(server.as("GET /scim/v2/ServiceProviderConfig").body())
                .contains("\"bulk\":{\"supported\":true,\"maxOperations\":2,\"maxPayloadSize\":600}");
    }
}

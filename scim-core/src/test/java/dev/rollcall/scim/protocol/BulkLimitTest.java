package dev.rollcall.scim.protocol;

import static dev.rollcall.scim.protocol.BulkRequests.bulk;
import static dev.rollcall.scim.protocol.BulkRequests.delete;
import static dev.rollcall.scim.protocol.BulkRequests.operation;
import static dev.rollcall.scim.protocol.BulkRequests.postUser;
import static dev.rollcall.scim.protocol.BulkRequests.statuses;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rollcall.scim.codec.Limits;
import dev.rollcall.scim.store.memory.InMemoryStore;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** How large a bulk request may be (RFC 7644 §3.7.4), and a server that takes none. */
class BulkLimitTest {
    private final Server server = new Server(InMemoryStore.create(), b -> b.bulk(BulkLimits.of(3, 2_000)));

    private void nothingWasDone() {
        assertThat(server.get("/Users").json().path("totalResults").asInt()).isZero();
    }

    @Test
    void the_limits_are_published() {
        JsonNode config = server.get("/ServiceProviderConfig").json().path("bulk");
        assertThat(config.path("supported").asBoolean()).isTrue();
        assertThat(config.path("maxOperations").intValue()).isEqualTo(3);
        assertThat(config.path("maxPayloadSize").intValue()).isEqualTo(2_000);
    }

    @Test
    void one_operation_too_many_is_413_with_the_limit_and_nothing_is_done() {
        Server.Answer answer = server.post(
                "/Bulk", bulk(postUser("a", "a"), postUser("b", "b"), postUser("c", "c"), delete("/Users/x")));
        assertThat(answer.status()).isEqualTo(413);
        assertThat(answer.detail()).contains("maxOperations", "3");
        nothingWasDone();
        assertThat(statuses(server.post("/Bulk", bulk(postUser("a", "a"), postUser("b", "b"), delete("/Users/x")))))
                .containsExactly("201", "201", "404");
    }

    @Test
    void one_byte_too_many_is_413_with_the_limit_and_nothing_is_done() {
        String body = bulk(postUser("a", "a"));
        Server.Answer larger = server.post("/Bulk", body + " ".repeat(2_001 - body.length()));
        assertThat(larger.status()).isEqualTo(413);
        assertThat(larger.detail()).contains("maxPayloadSize", "2000");
        nothingWasDone();
        assertThat(statuses(server.post("/Bulk", body + " ".repeat(2_000 - body.length()))))
                .containsExactly("201");
    }

    @Test
    void a_length_beyond_the_limit_is_refused_unread_and_one_that_lies_is_not_believed() {
        String body = Server.json(bulk(postUser("a", "a")));
        assertThat(server.call("POST", "/Bulk", body, Map.of("Content-Length", "4294967296"))
                        .status())
                .isEqualTo(413);
        assertThat(server.call("POST", "/Bulk", body, Map.of("Content-Length", "2001"))
                        .status())
                .isEqualTo(413);
        nothingWasDone();
        assertThat(server.call("POST", "/Bulk", body + " ".repeat(3_000), Map.of("Content-Length", "10"))
                        .status())
                .isEqualTo(413);
        nothingWasDone();
        assertThat(server.call("POST", "/Bulk", body, Map.of("Content-Length", " 2000 "))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void each_resource_is_held_to_the_limits_of_a_body() {
        Server narrow = new Server(InMemoryStore.create(), b -> b.limits(new Limits(300, 4, 200, 5, 2)));
        Server.Answer answer = narrow.post(
                "/Bulk",
                bulk(
                        postUser("a", "a", "'title':'" + "t".repeat(190) + "','nickName':'" + "n".repeat(190) + "'"),
                        postUser("b", "b", "'name':{'more':{'deeper':{'deepest':{'end':1}}}}"),
                        postUser("c", "c", "'emails':[{'value':'1'},{'value':'2'},{'value':'3'}]"),
                        postUser("d", "d")));
        assertThat(answer.status()).isEqualTo(200);
        assertThat(statuses(answer)).containsExactly("413", "400", "400", "201");
        assertThat(operation(answer, 0).path("response").path("detail").asText())
                .contains("300");
    }

    @Test
    void a_server_without_bulk_says_so() {
        Server without = new Server(InMemoryStore.create(), b -> b.bulk(BulkLimits.OFF));
        assertThat(without.post("/Bulk", bulk(postUser("a", "a"))).status()).isEqualTo(501);
        JsonNode config = without.get("/ServiceProviderConfig").json().path("bulk");
        assertThat(config.path("supported").asBoolean(true)).isFalse();
        assertThat(config.path("maxOperations").isInt()).isTrue();
        assertThat(config.path("maxPayloadSize").isInt()).isTrue();
    }

    @Test
    void limits_are_positive() {
        assertThatThrownBy(() -> BulkLimits.of(0, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> BulkLimits.of(1, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new BulkLimits(false, -1, 0)).isInstanceOf(IllegalArgumentException.class);
    }
}

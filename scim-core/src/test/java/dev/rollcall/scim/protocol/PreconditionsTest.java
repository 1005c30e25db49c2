package dev.rollcall.scim.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.scim.store.memory.InMemoryStore;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** RFC 9110 §13: which version of a resource a request is about. */
class PreconditionsTest {
    private static final String LONG_AGO = "Sat, 01 Jan 2000 00:00:00 GMT";
    private static final String LATER = "Fri, 01 Jan 2100 00:00:00 GMT";

    private final Server server = new Server(InMemoryStore.create());
    private String user;
    private String tag;
    private String date;

    @BeforeEach
    void create() {
        user = "/Users/" + server.user("ada");
        Server.Answer read = server.get(user);
        tag = read.headers().get("ETag");
        date = read.headers().get("Last-Modified");
    }

    private int get(String... headers) {
        return call("GET", "", headers).status();
    }

    private Server.Answer put(String... headers) {
        return call("PUT", Server.json(Server.userBody("ada", "'nickName':'A'")), headers);
    }

    private Server.Answer call(String method, String body, String... headers) {
        Map<String, String> fields = headers.length == 2
                ? Map.of(headers[0], headers[1])
                : Map.of(headers[0], headers[1], headers[2], headers[3]);
        return server.call(method, user, body, fields);
    }

    @Test
    void a_resource_is_shown_with_the_second_in_which_it_was_modified() {
        assertThat(date).matches("\\w{3}, \\d{2} Jan 2026 00:00:\\d{2} GMT");
        assertThat(server.get(user).headers()).containsEntry("Last-Modified", date);
        put("If-Match", tag);
        assertThat(server.get(user).headers().get("Last-Modified")).isNotEqualTo(date);
    }

    @Test
    void a_reader_who_has_it_by_date_gets_304_with_the_headers_of_a_200() {
        Server.Answer unchanged = call("GET", "", "If-Modified-Since", date);
        assertThat(unchanged.status()).isEqualTo(304);
        assertThat(unchanged.text()).isEmpty();
        assertThat(unchanged.headers())
                .containsEntry("ETag", tag)
                .containsEntry("Last-Modified", date)
                .containsEntry("Content-Location", Server.BASE + user);
        assertThat(get("If-Modified-Since", LATER)).isEqualTo(304);
        assertThat(get("If-Modified-Since", LONG_AGO)).isEqualTo(200);
    }

    @Test
    void a_write_of_what_was_modified_since_is_412() {
        Server.Answer refused = put("If-Unmodified-Since", LONG_AGO);
        assertThat(refused.status()).isEqualTo(412);
        assertThat(refused.detail()).contains(date).contains("If-Unmodified-Since");
        assertThat(put("If-Unmodified-Since", date).status()).isEqualTo(200);
        assertThat(call("DELETE", "", "If-Unmodified-Since", LONG_AGO).status()).isEqualTo(412);
        assertThat(call("DELETE", "", "If-Unmodified-Since", LATER).status()).isEqualTo(204);
    }

    @Test
    void a_tag_counts_before_a_date() {
        assertThat(get("If-None-Match", tag, "If-Modified-Since", LONG_AGO)).isEqualTo(304);
        assertThat(get("If-None-Match", "\"other\"", "If-Modified-Since", LATER))
                .isEqualTo(200);
        assertThat(put("If-Match", "\"other\"", "If-Unmodified-Since", LATER).status())
                .isEqualTo(412);
        assertThat(put("If-Match", tag, "If-Unmodified-Since", LONG_AGO).status())
                .isEqualTo(200);
    }

    @Test
    void what_is_expected_counts_before_what_is_known() {
        assertThat(get("If-Match", "\"other\"", "If-None-Match", tag)).isEqualTo(412);
        assertThat(get("If-Unmodified-Since", LONG_AGO, "If-Modified-Since", LATER))
                .isEqualTo(412);
        assertThat(get("If-Match", tag, "If-None-Match", tag)).isEqualTo(304);
        assertThat(get("If-Match", "*", "If-None-Match", "\"other\"")).isEqualTo(200);
    }

    @Test
    void a_read_of_another_version_than_expected_is_412() {
        assertThat(get("If-Match", "W/\"999\"")).isEqualTo(412);
        assertThat(get("If-Match", "W/\"999\", " + tag)).isEqualTo(200);
    }

    @Test
    void if_modified_since_is_for_readers_alone() {
        assertThat(put("If-Modified-Since", LATER).status()).isEqualTo(200);
    }

    @Test
    void if_none_match_star_refuses_a_write_of_what_exists() {
        assertThat(get("If-None-Match", "*")).isEqualTo(304);
        assertThat(put("If-None-Match", "*").status()).isEqualTo(412);
        assertThat(put("If-None-Match", tag).status()).isEqualTo(412);
        assertThat(put("If-None-Match", "\"other\"").status()).isEqualTo(200);
    }

    @Test
    void other_errors_count_before_preconditions() {
        assertThat(server.call("GET", "/Users/none", "", Map.of("If-Match", "*"))
                        .status())
                .isEqualTo(404);
        assertThat(server.call("PUT", user, "{", Map.of("If-Match", "\"other\""))
                        .status())
                .isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"yesterday", "", "1700000000", "2026-01-01T00:00:00Z", "Thu, 32 Jan 2026 00:00:00 GMT", "\"1\""})
    void what_is_no_date_is_passed_over(String text) {
        assertThat(get("If-Modified-Since", text)).isEqualTo(200);
        assertThat(put("If-Unmodified-Since", text).status()).isEqualTo(200);
    }
}

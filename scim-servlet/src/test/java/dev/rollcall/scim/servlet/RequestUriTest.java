package dev.rollcall.scim.servlet;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** URLs as identity providers send them, through a real container. */
class RequestUriTest {
    private static final String USER_SCHEMA = "urn:ietf:params:scim:schemas:core:2.0:User";

    private static TestServer server;
    private static String id;

    @BeforeAll
    static void start() {
        server = TestServer.start();
        id = server.post("POST /scim/v2/Users", TestServer.user("a+b c", "\"displayName\":\"Zoë\""))
                .attribute("id");
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static void finds(String query) {
        assertThat(server.as("GET /scim/v2/Users?" + query).body()).contains("\"totalResults\":1", id);
    }

    private static void findsNothing(String query) {
        assertThat(server.as("GET /scim/v2/Users?" + query).body()).contains("\"totalResults\":0");
    }

    @Test
    void plus_and_percent_20_are_blanks_and_percent_2B_is_a_plus() {
        finds("filter=userName+eq+%22a%2Bb+c%22");
        finds("filter=userName%20eq%20%22a%2bb%20c%22");
        findsNothing("filter=userName+eq+%22a+b+c%22");
        findsNothing("filter=userName+eq+%22a%252Bb+c%22");
    }

    @Test
    void raw_quotes_and_brackets_are_taken() {
        finds("filter=userName+eq+\"a%2Bb+c\"");
        findsNothing("filter=emails[type+eq+\"work\"]");
    }

    @Test
    void text_beyond_ascii_is_utf_8_encoded_or_raw() {
        finds("filter=displayName+eq+%22Zo%C3%AB%22");
        finds("filter=displayName+eq+%22Zoë%22");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"?", "?&", "?&&", "?=", "?=x&", "?aadOptscim062020", "?aadOptscim062020&", "?unknown=%20&a=1=2"})
    void empty_pieces_unknown_parameters_and_those_without_value_do_not_matter(String query) {
        assertThat(server.as("GET /scim/v2/Users" + query).body()).contains("\"totalResults\":1");
        assertThat(server.as("GET /scim/v2/Users/" + id + query).status()).isEqualTo(200);
    }

    @Test
    void a_trailing_ampersand_after_a_filter_does_not_matter() {
        finds("filter=userName+eq+%22a%2Bb+c%22&");
        finds("aadOptscim062020&filter=userName+eq+%22a%2Bb+c%22");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "filter=%",
                "filter=%2",
                "filter=%zz",
                "x=%C3",
                "%FF=1",
                "filter=%C0%80",
                "filter=%ED%A0%80",
                "x=%u0041"
            })
    void malformed_percent_encoding_of_the_query_is_an_invalid_value(String query) {
        assertThat(server.as("GET /scim/v2/Users?" + query)
                        .isError(400, "invalidValue")
                        .detail())
                .contains("query");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/scim/v2/Users/", "/scim/v2//Users", "/scim/v2/Users//", "/scim/v2/%55sers"})
    void slashes_too_many_and_needless_encoding_do_not_matter(String path) {
        assertThat(server.as("GET " + path).body()).contains("\"totalResults\":1");
    }

    @Test
    void a_schema_is_found_with_plain_and_with_encoded_colons() {
        assertThat(server.as("GET /scim/v2/Schemas/" + USER_SCHEMA).status()).isEqualTo(200);
        assertThat(server.as("GET /scim/v2/Schemas/" + USER_SCHEMA.replace(":", "%3A"))
                        .status())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a%2Fb", "a;b", "%25", "%252F", "a+b", "%2e%2e%2f"})
    void an_id_is_one_segment_decoded_once_and_nothing_in_it_is_special(String segment) {
        String expected = switch (segment) {
            case "a%2Fb" -> "a/b";
            case "%25" -> "%";
            case "%252F" -> "%2F";
            case "%2e%2e%2f" -> "../";
            default -> segment;
        };
        assertThat(server.as("GET /scim/v2/Users/" + segment).isError(404).detail())
                .contains("\\\"" + expected + "\\\"");
    }

    @Test
    void path_parameters_of_the_container_are_part_of_the_id() {
        server.as("GET /scim/v2/Users/" + id + ";jsessionid=1").isError(404);
    }
}

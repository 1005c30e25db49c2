package dev.rollcall.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.conformance.server.Answer;
import dev.rollcall.conformance.server.Scim;
import dev.rollcall.conformance.server.ScimServer;
import dev.rollcall.conformance.server.StrictServer;
import dev.rollcall.scim.protocol.Paging;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** RFC 7644 §3.4.2.4. */
@ExtendWith(StrictServer.class)
class IndexPagingTest {
    private static Scim scim;

    @BeforeAll
    static void seven(Scim client) {
        scim = client;
        for (int i = 1; i <= 7; i++) {
            scim.user("u" + i);
        }
    }

    private static Answer page(String query) {
        Answer page = scim.get("/Users?" + query);
        assertThat(page.status()).as(query).isEqualTo(200);
        assertThat(page.json().at("/totalResults").intValue()).as(query).isEqualTo(7);
        assertThat(page.json().at("/itemsPerPage").intValue())
                .as(query)
                .isEqualTo(page.json().path("Resources").size());
        return page;
    }

    private static List<String> names(Answer page) {
        return page.all("Resources.userName");
    }

    @ParameterizedTest
    @ValueSource(strings = {"startIndex=1", "startIndex=0", "startIndex=-5", "startIndex=-2147483648", ""})
    @Tag("R-7644-3.4.2.4-01")
    @Tag("R-7644-3.4.2.4-02")
    void the_first_result_has_the_number_1_and_nothing_comes_before_it(String start) {
        Answer page = page(start + "&count=2");

        assertThat(page.json().at("/startIndex").intValue()).isEqualTo(1);
        assertThat(names(page)).containsExactly("u1", "u2");
        assertThat(names(page("startIndex=2&count=2"))).containsExactly("u2", "u3");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"count=0", "count=-1", "count=-2147483648", "count=0&startIndex=3", "count=0&sortBy=userName"})
    @Tag("R-7644-3.4.2.4-03")
    @Tag("R-7644-3.4.2.4-04")
    @Tag("R-7644-3.4.2-05")
    void a_count_of_0_or_less_asks_for_the_total_only(String query) {
        Answer page = page(query);

        assertThat(page.json().path("Resources").isArray()).isTrue();
        assertThat(names(page)).isEmpty();
    }

    @Test
    @Tag("R-7644-3.4.2.4-05")
    @Tag("R-7644-3.4.2.4-06")
    void a_page_never_holds_more_than_was_asked_for_nor_than_the_server_gives() {
        try (ScimServer small = ScimServer.start(rollcall -> rollcall.paging(new Paging(3, 5, 1_000)))) {
            Scim client = small.newTenant();
            for (int i = 0; i < 7; i++) {
                client.user("u" + i);
            }
            assertThat(client.get("/ServiceProviderConfig")
                            .json()
                            .at("/filter/maxResults")
                            .intValue())
                    .isEqualTo(5);
            assertThat(names(client.get("/Users?count=2"))).hasSize(2);
            assertThat(names(client.get("/Users"))).hasSize(3);
            assertThat(names(client.get("/Users?count=100"))).hasSize(5);
            assertThat(names(client.get("/Users?count=5&sortBy=userName"))).hasSize(5);
            assertThat(names(client.get("/?count=6"))).hasSize(5);
            assertThat(client.get("/Users").json().at("/totalResults").intValue())
                    .isEqualTo(7);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"startIndex=8", "startIndex=1000", "startIndex=2147483647", "startIndex=8&sortBy=userName"})
    @Tag("R-7644-3.4.2.4-07")
    void past_the_end_there_is_an_empty_page(String query) {
        assertThat(names(page(query))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "startIndex=x",
                "count=x",
                "startIndex=1.5",
                "count=1e3",
                "count=ten",
                "startIndex=0x1",
                "count=99999999999999999999",
                "startIndex=99999999999999999999",
                "startIndex=-99999999999999999999"
            })
    @Tag("R-7644-3.4.2.4-08")
    void what_is_no_number_that_fits_is_refused(String query) {
        Answer refused = scim.get("/Users?" + query);

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.scimType()).isEqualTo("invalidValue");
        assertThat(refused.detail()).contains(query.split("=")[0]);
        assertThat(refused.has("Resources")).isFalse();
    }

    @Test
    @Tag("R-7644-3.4.2.4-09")
    void pages_neither_skip_nor_repeat_also_without_an_order(Scim other) {
        List<String> created = new ArrayList<>();
        for (int i = 0; i < 23; i++) {
            created.add(other.user("x" + (i * 7 % 23)));
        }
        List<String> read = new ArrayList<>();
        for (int start = 1; start <= 23; start += 4) {
            read.addAll(other.get("/Users?count=4&startIndex=" + start).all("Resources.id"));
        }
        assertThat(read).isEqualTo(created);
    }

    @Test
    @Tag("R-7644-3.4.2.4-10")
    void a_page_is_of_what_is_there_when_it_is_asked_for(Scim other) {
        String first = other.user("first");
        other.user("second");
        other.user("third");

        assertThat(names(other.get("/Users?count=2&startIndex=1"))).containsExactly("first", "second");
        other.delete("/Users/" + first);

        Answer next = other.get("/Users?count=1&startIndex=2");
        assertThat(names(next)).containsExactly("third");
        assertThat(next.json().at("/totalResults").intValue()).isEqualTo(2);
        assertThat(names(other.get("/Users?count=1&startIndex=2"))).containsExactly("third");
    }

    @Test
    @Tag("R-7644-3.4.2.4-09")
    void who_reads_on_at_the_next_index_skips_nobody_because_others_went(Scim other) {
        String first = other.user("first");
        other.user("second");
        other.user("third");

        assertThat(names(other.get("/Users?count=1&startIndex=1"))).containsExactly("first");
        other.delete("/Users/" + first);

        assertThat(names(other.get("/Users?count=1&startIndex=2"))).containsExactly("second");
        assertThat(names(other.get("/Users?count=1&startIndex=3"))).containsExactly("third");
    }
}

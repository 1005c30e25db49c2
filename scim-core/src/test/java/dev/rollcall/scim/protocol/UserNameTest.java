package dev.rollcall.scim.protocol;

import static dev.rollcall.scim.protocol.Server.userBody;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.scim.codec.Quirk;
import dev.rollcall.scim.codec.Tolerance;
import dev.rollcall.scim.store.Store;
import dev.rollcall.scim.store.memory.InMemoryStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which user names there may be, and which are one and the same (RFC 7644 §5 and §7.8). */
class UserNameTest {
    private static final String STORES = "dev.rollcall.scim.protocol.Stores#all";

    private static Server strict(Store store) {
        return new Server(store, builder -> builder.options(Options.STRICT));
    }

    @ParameterizedTest
    @CsvSource({
        "mira@example.com, MIRA@Example.COM",
        "mira, \uFF4D\uFF49\uFF52\uFF41",
        "\u00E9lise, E\u0301LISE",
        "stra\u00DFe, STRASSE",
        "stra\u00DFe, STRA\u1E9EE",
        "\u03BF\u03B4\u03CC\u03C2, \u039F\u0394\u038C\u03A3",
        "title, TITLE",
        "find, \uFB01ND",
        "\u30AC\u30B9, \uFF76\uFF9E\uFF7D",
    })
    void two_forms_of_one_name_are_one_for_uniqueness_and_filters(String name, String other) {
        Server server = new Server(InMemoryStore.create());
        String id = server.user(name);
        assertThat(server.post("/Users", userBody(other, "")).scimType()).isEqualTo("uniqueness");
        assertThat(server.get("/Users?filter=userName eq \"" + other + "\"").all("Resources.id"))
                .containsExactly(id);
        assertThat(server.get("/Users?filter=userName sw \"" + other + "\" and userName pr")
                        .all("Resources.id"))
                .containsExactly(id);
    }

    @ParameterizedTest
    @CsvSource({"adm\u0131n, admin", "mira, m\u0456ra", "a, b"})
    void names_of_other_letters_are_others(String name, String other) {
        Server server = new Server(InMemoryStore.create());
        server.user(name);
        assertThat(server.post("/Users", userBody(other, "")).status()).isEqualTo(201);
    }

    @Test
    void names_are_ordered_by_what_they_are_compared_by() {
        Server server = new Server(InMemoryStore.create());
        server.user("\uFF22");
        server.user("c");
        server.user("A");
        assertThat(server.get("/Users?sortBy=userName").all("Resources.userName"))
                .containsExactly("A", "\uFF22", "c");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Mira Schmidt | character 5 is U+0020 SPACE",
                "henry\u2163  | character 6 is U+2173 SMALL ROMAN NUMERAL FOUR",
                "a\u200Bb     | character 2 is U+200B ZERO WIDTH SPACE",
                "a\u05D0      | character 2 is U+05D0 HEBREW LETTER ALEF: it is written in another direction",
            })
    void a_name_that_precis_forbids_is_refused_when_strict_with_the_character_and_why(String name, String why) {
        Server server = strict(InMemoryStore.create());
        Server.Answer answer = server.post("/Users", userBody(name, ""));
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.scimType()).isEqualTo("invalidValue");
        assertThat(answer.detail()).contains("userName").contains(why);
        assertThat(new Server(InMemoryStore.create())
                        .post("/Users", userBody(name, ""))
                        .status())
                .isEqualTo(201);
    }

    @ParameterizedTest
    @MethodSource(STORES)
    void put_and_patch_are_refused_too_and_change_nothing(Store store) {
        Server server = strict(store);
        String path = "/Users/" + server.user("mira", "'title':'T'");
        String before = server.get(path).text();
        assertThat(server.put(path, userBody("mira schmidt", "")).scimType()).isEqualTo("invalidValue");
        assertThat(server.patch(
                                path,
                                "{'op':'remove','path':'title'},"
                                        + "{'op':'replace','path':'userName','value':'mira schmidt'}")
                        .scimType())
                .isEqualTo("invalidValue");
        assertThat(server.get(path).text()).isEqualTo(before);
    }

    @Test
    void a_name_from_a_more_forgiving_time_stays_until_it_changes() {
        Options[] now = {Options.DEFAULT};
        Server server = new Server(InMemoryStore.create(), builder -> builder.options(caller -> now[0]));
        String path = "/Users/" + server.user("Mira Schmidt");
        now[0] = Options.STRICT;
        assertThat(server.patch(path, "{'op':'add','path':'title','value':'T'}").status())
                .isEqualTo(200);
        assertThat(server.put(path, userBody("Mira Schmidt", "")).status()).isEqualTo(200);
        assertThat(server.put(path, userBody("Mira  Schmidt", "")).status()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mira@example.com",
                "DOMAIN\\\\mira",
                "o'neill+x",
                "\u03BC\u03AF\u03C1\u03B1",
                "\u05DE\u05D9\u05E8\u05D4"
            })
    void usual_names_are_taken_when_strict(String name) {
        Server server = strict(InMemoryStore.create());
        Server.Answer answer = server.call(
                "POST",
                "/Users",
                Server.json("{'schemas':['urn:ietf:params:scim:schemas:core:2.0:User'],'userName':")
                                .replace("}", "") + "\"" + name + "\"}",
                java.util.Map.of());
        assertThat(answer.status()).isEqualTo(201);
    }

    @Test
    void the_quirk_alone_decides() {
        Server server = new Server(
                InMemoryStore.create(),
                b -> b.options(Options.STRICT.withTolerance(Tolerance.STRICT.with(Quirk.ANY_USER_NAME))));
        assertThat(server.post("/Users", userBody("Mira Schmidt", "")).status()).isEqualTo(201);
    }
}

package dev.rollcall.scim.protocol;

import static dev.rollcall.scim.protocol.Server.userBody;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rollcall.scim.error.ScimException;
import dev.rollcall.scim.protocol.password.Password;
import dev.rollcall.scim.protocol.password.PasswordHandler;
import dev.rollcall.scim.protocol.password.PasswordPolicy;
import dev.rollcall.scim.protocol.password.PasswordRefusedException;
import dev.rollcall.scim.store.memory.InMemoryStore;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What becomes of a password that a client sets (RFC 7643 §4.1.1, RFC 7644 §7.7). */
class PasswordTest {
    /** Remembers what it was given, as a test may and a host must not. */
    private static final class Host implements PasswordHandler, WriteListener {
        final List<String> set = new ArrayList<>();
        final List<String> heard = new ArrayList<>();
        final List<Password> holders = new ArrayList<>();
        RuntimeException failure;

        @Override
        public void set(Change change) {
            holders.add(change.password());
            if (failure != null) {
                throw failure;
            }
            set.add(change.user().text("userName").orElseThrow() + " "
                    + change.password().text() + " by " + change.caller().name() + " for " + change.requestId());
            assertThat(change.unit()
                            .resources()
                            .find(
                                    change.caller().scope(),
                                    change.user().type(),
                                    change.user().id()))
                    .as("written already")
                    .isPresent();
            assertThat(change.toString()).doesNotContain(change.password().text());
        }

        @Override
        public AfterWrite beforeWrite(Write write) {
            return changes -> heard.add(write + " " + changes);
        }
    }

    private final Host host = new Host();
    private final Server server =
            new Server(InMemoryStore.create(), b -> b.passwords(host).writeListener(host));

    private String set(String userName, String password) {
        return userName + " " + password + " by rck-okta for request-1";
    }

    @Test
    void every_way_to_set_it_reaches_the_host_once_and_nobody_else() {
        String path = "/Users/" + server.user("mira", "'password':'s3cret-one'");
        server.put(path, userBody("mira", "'title':'T','password':'s3cret-two'"));
        server.patch(path, "{'op':'replace','path':'password','value':'s3cret-three'}");
        server.patch(path, "{'op':'add','value':{'password':'s3cret-four','title':'U'}}");
        assertThat(host.set)
                .containsExactly(
                        set("mira", "s3cret-one"),
                        set("mira", "s3cret-two"),
                        set("mira", "s3cret-three"),
                        set("mira", "s3cret-four"));
        assertThat(host.heard).hasSize(3).allSatisfy(text -> assertThat(text).doesNotContain("s3cret"));
        assertThat(server.get("/Users").text()).doesNotContain("s3cret").doesNotContain("password");
    }

    @Test
    void the_host_gets_it_prepared_and_it_is_wiped_afterwards() {
        server.user("mira", "'password':'caf\u0065\u0301\u3000s3cret'");
        assertThat(host.set).containsExactly(set("mira", "caf\u00E9 s3cret"));
        Password kept = host.holders.get(0);
        assertThatThrownBy(kept::text).isInstanceOf(IllegalStateException.class);
        assertThat(kept).hasToString("***");
    }

    @Test
    void a_rule_that_keeps_it_keeps_nothing_whether_it_is_taken_or_refused() {
        List<Password> kept = new ArrayList<>();
        PasswordPolicy curious = PasswordPolicy.builder()
                .rule("must not be kept", password -> {
                    kept.add(password);
                    return !password.text().endsWith("refused");
                })
                .build();
        Server checked = new Server(InMemoryStore.create(), b -> b.passwords(host, curious));
        assertThat(checked.post("/Users", userBody("a", "'password':'s3cret-refused'"))
                        .status())
                .isEqualTo(400);
        checked.user("b", "'password':'s3cret-taken'");
        assertThat(kept)
                .hasSizeGreaterThan(1)
                .allSatisfy(one -> assertThatThrownBy(one::characters).isInstanceOf(IllegalStateException.class));
    }

    @Test
    void what_leaves_it_out_leaves_it_as_it_is() {
        String path = "/Users/" + server.user("mira", "'password':'s3cret-one'");
        server.put(path, userBody("mira", "'title':'T'"));
        server.put(path, userBody("mira", "'password':null"));
        server.patch(path, "{'op':'add','path':'title','value':'U'}");
        server.patch(path, "{'op':'remove','path':'password'}");
        assertThat(host.set).hasSize(1);
    }

    @Test
    void a_new_password_alone_is_no_new_version_since_nothing_that_can_be_read_changed() {
        Server.Answer created = server.post("/Users", userBody("mira", "'password':'s3cret-one'"));
        String path = "/Users/" + created.id();
        Server.Answer patched = server.patch(path, "{'op':'replace','path':'password','value':'s3cret-two'}");
        assertThat(patched.json().path("meta")).isEqualTo(created.json().path("meta"));
        assertThat(host.set).hasSize(2);
        assertThat(host.heard).hasSize(1);
    }

    @Test
    void a_refusal_is_told_with_its_reason_and_undoes_the_rest() {
        String path = "/Users/" + server.user("mira", "'password':'s3cret-one'");
        String before = server.get(path).text();
        host.failure = new PasswordRefusedException("it was used before");
        for (Server.Answer answer : List.of(
                server.post("/Users", userBody("new", "'password':'s3cret-two'")),
                server.put(path, userBody("mira", "'title':'T','password':'s3cret-two'")),
                server.patch(path, "{'op':'add','value':{'title':'T','password':'s3cret-two'}}"))) {
            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.scimType()).isEqualTo("invalidValue");
            assertThat(answer.detail()).isEqualTo("\"password\" is refused: it was used before");
        }
        assertThat(server.get(path).text()).isEqualTo(before);
        assertThat(server.get("/Users").all("Resources.userName")).containsExactly("mira");
    }

    @Test
    void a_reason_or_a_failure_with_the_password_in_it_does_not_go_on() {
        host.failure = new PasswordRefusedException("s3cret-one is in a list");
        assertThat(server.post("/Users", userBody("a", "'password':'s3cret-one'"))
                        .text())
                .doesNotContain("s3cret");
        host.failure = new IllegalArgumentException("no", new RuntimeException("cannot hash s3cret-one"));
        assertThatThrownBy(() -> server.post("/Users", userBody("a", "'password':'s3cret-one'")))
                .cause()
                .hasMessageContaining("IllegalArgumentException")
                .hasMessageNotContaining("s3cret")
                .hasNoCause();
        IllegalStateException plain = new IllegalStateException("the database is away");
        plain.addSuppressed(new IllegalStateException("and the other one too"));
        host.failure = plain;
        assertThatThrownBy(() -> server.post("/Users", userBody("a", "'password':'s3cret-one'")))
                .cause()
                .isSameAs(plain);
        host.failure = ScimException.invalidValue("as it is");
        assertThat(server.post("/Users", userBody("a", "'password':'s3cret-one'"))
                        .detail())
                .isEqualTo("as it is");
    }

    @Test
    void a_host_that_wipes_the_password_itself_refuses_and_fails_as_any_other() {
        Server closing = new Server(
                InMemoryStore.create(),
                b -> b.passwords(change -> {
                    try (Password password = change.password()) {
                        assertThat(password.length()).isPositive();
                        host.set(change);
                    }
                }));
        host.failure = new PasswordRefusedException("it was used before");
        assertThat(closing.post("/Users", userBody("a", "'password':'s3cret-one'"))
                        .detail())
                .isEqualTo("\"password\" is refused: it was used before");
        host.failure = new IllegalArgumentException("cannot hash s3cret-one");
        assertThatThrownBy(() -> closing.post("/Users", userBody("a", "'password':'s3cret-one'")))
                .cause()
                .hasMessageContaining("IllegalArgumentException")
                .hasMessageNotContaining("s3cret");
    }

    @Test
    void a_failure_of_a_rule_or_beside_another_one_does_not_tell_the_password_either() {
        PasswordPolicy careless = PasswordPolicy.builder()
                .rule("must be known", password -> {
                    throw new IllegalArgumentException("cannot look up " + password.text());
                })
                .build();
        Server checked = new Server(InMemoryStore.create(), b -> b.passwords(host, careless));
        assertThatThrownBy(() -> checked.post("/Users", userBody("a", "'password':'s3cret-one'")))
                .cause()
                .hasMessageContaining("IllegalArgumentException")
                .hasMessageNotContaining("s3cret");
        RuntimeException failure = new IllegalStateException("no", new RuntimeException("again"));
        failure.setStackTrace(new StackTraceElement[] {new StackTraceElement("com.example.Host", "hash", null, 7)});
        failure.getCause().initCause(failure);
        failure.getCause().addSuppressed(new RuntimeException("cannot hash s3cret-one"));
        host.failure = failure;
        assertThatThrownBy(() -> server.post("/Users", userBody("a", "'password':'s3cret-one'")))
                .cause()
                .hasMessageContaining("IllegalStateException")
                .hasNoCause()
                .hasNoSuppressedExceptions()
                .satisfies(cause -> assertThat(cause.getStackTrace()).isEqualTo(failure.getStackTrace()));
    }

    @Test
    void a_password_that_is_too_long_to_be_prepared_is_said_to_be_so() {
        Server.Answer answer = server.post("/Users", userBody("a", "'password':'" + "x".repeat(5_000) + "'"));
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.detail()).contains("4096 characters").doesNotContain("xxx");
    }

    @ParameterizedTest
    @CsvSource({
        "short, must have at least 8 characters",
        "my-MIRA.schmidt-1, must not contain the user name",
        "mira.schmidt@example.com, must not contain the user name",
        "a\\u0007bcdefgh, it holds a wrong character; it is not allowed here",
    })
    void the_policy_is_asked_before_the_host(String password, String why) {
        Server.Answer answer =
                server.post("/Users", userBody("mira.schmidt@example.com", "'password':'" + password + "'"));
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.scimType()).isEqualTo("invalidValue");
        assertThat(answer.detail()).contains("\"password\"").contains(why).doesNotContain(password);
        assertThat(host.holders).isEmpty();
        assertThat(host.heard).isEmpty();
        assertThat(server.get("/Users").json().path("totalResults").asInt()).isZero();
    }

    @Test
    void without_a_handler_it_is_dropped_and_the_configuration_says_so() {
        Server without = new Server(InMemoryStore.create());
        assertThat(without.post("/Users", userBody("mira", "'password':'x'")).status())
                .isEqualTo(201);
        assertThat(changePassword(without)).isFalse();
        assertThat(changePassword(server)).isTrue();
    }

    private static boolean changePassword(Server server) {
        return server.get("/ServiceProviderConfig")
                .json()
                .path("changePassword")
                .path("supported")
                .asBoolean();
    }

    @Test
    void a_policy_counts_code_points_and_has_rules_of_the_host() {
        PasswordPolicy policy = PasswordPolicy.builder()
                .minLength(2)
                .maxLength(3)
                .mayContainUserName(true)
                .rule("must not begin with x", p -> !p.text().startsWith("x"))
                .build();
        assertThat(policy.refusal(Password.of("\uD83D\uDE00"), "")).contains("must have at least 2 characters");
        assertThat(policy.refusal(Password.of("\uD83D\uDE00\uD83D\uDE00\uD83D\uDE00"), ""))
                .isEmpty();
        assertThat(policy.refusal(Password.of("abcd"), "")).contains("must have at most 3 characters");
        assertThat(policy.refusal(Password.of("xy"), "")).contains("must not begin with x");
        assertThat(policy.refusal(Password.of("abc"), "abc")).isEmpty();
        assertThat(PasswordPolicy.DEFAULT.refusal(Password.of("a-very-long-one"), "a"))
                .isEmpty();
        assertThatThrownBy(() -> PasswordPolicy.builder().minLength(0).build())
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> PasswordPolicy.builder().maxLength(7).build())
                .isInstanceOf(IllegalArgumentException.class);
    }
}

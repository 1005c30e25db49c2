package dev.rollcall.examples.containers.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rollcall.scim.servlet.ScimServlet;
import dev.rollcall.scim.testkit.conversation.Conversation;
import dev.rollcall.scim.testkit.conversation.ConversationTarget;
import dev.rollcall.scim.testkit.conversation.ConversationTests;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The servlet does in this container what it does in every other. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class ContainerContract {
    private static final String USER =
            "{\"schemas\":[\"urn:ietf:params:scim:schemas:core:2.0:User\"],\"userName\":\"%s\",\"displayName\":\"%s\"}";
    private static final String BY_US = "Host: scim.example.com:8443\nAuthorization: Bearer " + Service.TOKEN;
    private static final String LAST = "\nConnection: close";

    private Mounted mounted;
    private Wire wire;

    /** For subclasses. */
    protected ContainerContract() {}

    /**
     * Starts a container on a port of the loopback address, with this servlet at {@code /scim/v2}.
     *
     * @param port 0 for any that is free
     */
    protected abstract Mounted mount(int port, ScimServlet scim) throws Exception;

    /** With which status this container answers. */
    protected abstract Answers answers();

    @BeforeAll
    void start() throws Exception {
        mounted = mount(0, Service.plain());
        wire = new Wire(mounted.baseUrl());
    }

    @AfterAll
    void stop() {
        mounted.close();
    }

    /** A servlet on an empty store, for a container of a subclass. */
    protected static ScimServlet service() {
        return Service.plain();
    }

    /** Checks that a container answers a GET with 400 and a SCIM body, whoever may ask. */
    protected static void refuses(String baseUrl, String target) {
        Reply reply = get(new Wire(baseUrl), URI.create(baseUrl).getPath() + target);
        reply.isError(400);
    }

    @TestFactory
    Stream<DynamicTest> conversations_hold() {
        return ConversationTests.dynamicTests(this::target);
    }

    private ConversationTarget target(Conversation conversation) {
        Mounted own;
        try {
            own = mount(0, Service.of(conversation));
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
        return ConversationTarget.builder(URI.create(own.baseUrl()))
                .token(Service.TOKEN)
                .options(conversation.requires())
                .closing(own)
                .build();
    }

    private Reply get(String target) {
        return get(wire, target);
    }

    private static Reply get(Wire wire, String target) {
        return wire.send("GET " + target + " HTTP/1.1\n" + BY_US + LAST);
    }

    private Reply with(String line, String body) {
        int length = body.getBytes(StandardCharsets.UTF_8).length;
        return wire.send(line + " HTTP/1.1\n" + BY_US + LAST + "\nContent-Length: " + length, body);
    }

    private String create(String userName, String displayName) {
        Reply created = with("POST /scim/v2/Users", USER.formatted(userName, displayName));
        assertThat(created.status()).as("%s", created).isEqualTo(201);
        return created.json().path("id").textValue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/Users", "/scim", "/scim/v1/Users", "/favicon.ico", "/scim/v2x", "/scim/../etc"})
    void a_path_outside_of_the_service_is_a_scim_404(String path) {
        get(path).isError(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "DELETE", "OPTIONS", "BREW"})
    void whatever_the_method_is(String method) {
        wire.send(method + " /nothing HTTP/1.1\nHost: x" + LAST).isError(404);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "GET /scim/v2/Users/%zz HTTP/1.1~Host: x~Connection: close",
                "GET /scim/v2/Users/%00 HTTP/1.1~Host: x~Connection: close",
                "GET /scim/v2/Users HTTP/1.1~Connection: close",
                "GET /scim/v2/Users HTTP/1.1~Host: x~Content-Length: many",
                "GET /scim/v2/Users?a=b c HTTP/1.1~Host: x",
                "nonsense",
            })
    void what_is_no_http_is_a_scim_400(String request) {
        wire.send(request.replace('~', '\n')).isError(400);
    }

    @Test
    void a_strange_version_of_http_is_a_scim_error() {
        wire.send("GET /scim/v2/Users HTTP/3.7\nHost: x").isError(answers().strangeVersion());
    }

    @Test
    void header_fields_that_are_too_large_are_a_scim_error() {
        wire.send("GET /scim/v2/Users HTTP/1.1\nHost: x\nX-Large: " + "x".repeat(40_000))
                .isError(answers().largeHeader());
    }

    @Test
    void a_url_that_is_too_long_is_a_scim_error() {
        wire.send("GET /scim/v2/Users?filter=" + "x".repeat(40_000) + " HTTP/1.1\nHost: x")
                .isError(answers().longUrl());
    }

    @Test
    void a_url_of_20_kilobytes_reaches_the_service() {
        assertThat(get("/scim/v2/Users?x=" + "x".repeat(20_000)).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({"a%2Fb, a/b", "a%20b, a b", "a;b=c, a;b=c", "%252F, %2F", "a+b, a+b", "%25, %"})
    void an_id_is_one_segment_decoded_once(String segment, String id) {
        assertThat(get("/scim/v2/Users/" + segment)
                        .isError(404)
                        .json()
                        .path("detail")
                        .textValue())
                .contains('"' + id + '"');
    }

    @ParameterizedTest
    @ValueSource(strings = {"/scim/v2/Users/", "/scim/v2//Users/", "/scim/v2/%55sers/"})
    void a_resource_is_found_however_its_url_is_spelled(String users) {
        String id = create("spelled" + users, "x");
        assertThat(get(users + id.replace("-", "%2D")).json().path("id").textValue())
                .isEqualTo(id);
    }

    @Test
    void brackets_quotes_and_other_characters_are_taken_raw_in_a_query() {
        String id = create("raw{1}|<2>", "Raw");
        JsonNode found = get("/scim/v2/Users?filter=userName+eq+\"raw{1}|<2>\"+and+not+(emails[type+eq+\"work\"])")
                .json();
        assertThat(found.at("/totalResults").intValue()).as("%s", found).isEqualTo(1);
        assertThat(found.at("/Resources/0/id").textValue()).isEqualTo(id);
    }

    @Test
    void text_is_utf_8_in_both_directions_whatever_the_default_of_the_container() {
        String id = create("utf8", "Zoë 漢字 😀");
        assertThat(get("/scim/v2/Users/" + id).json().path("displayName").textValue())
                .isEqualTo("Zoë 漢字 😀");
        assertThat(get("/scim/v2/Users?filter=displayName+eq+%22Zo%C3%AB%20%E6%BC%A2%E5%AD%97%20%F0%9F%98%80%22")
                        .json()
                        .at("/Resources/0/id")
                        .textValue())
                .isEqualTo(id);
    }

    @Test
    void locations_have_the_host_and_port_that_the_client_used() {
        String id = create("located", "x");
        Reply read = get("/scim/v2/Users/" + id);
        String url = "http://scim.example.com:8443/scim/v2/Users/" + id;
        assertThat(read.json().at("/meta/location").textValue()).isEqualTo(url);
        assertThat(read.header("Content-Location")).isIn("", url);
    }

    @Test
    void head_has_the_header_of_get_and_no_body() {
        String target = "/scim/v2/Users/" + create("head", "x");
        Reply head = wire.send("HEAD " + target + " HTTP/1.1\n" + BY_US + LAST);
        assertThat(head.status()).isEqualTo(200);
        assertThat(head.body()).isEmpty();
        assertThat(head.header("ETag")).isNotEmpty().isEqualTo(get(target).header("ETag"));
        assertThat(head.header("Content-Length")).isEqualTo(get(target).header("Content-Length"));
    }

    @Test
    void patch_and_delete_arrive_and_204_has_no_body() {
        String target = "/scim/v2/Users/" + create("patched", "x");
        Reply patched = with(
                "PATCH " + target,
                "{\"schemas\":[\"urn:ietf:params:scim:api:messages:2.0:PatchOp\"],"
                        + "\"Operations\":[{\"op\":\"replace\",\"path\":\"displayName\",\"value\":\"y\"}]}");
        assertThat(patched.json().path("displayName").textValue()).isEqualTo("y");
        Reply deleted = wire.send("DELETE " + target + " HTTP/1.1\n" + BY_US + LAST);
        assertThat(deleted.status()).isEqualTo(204);
        assertThat(deleted.body()).isEmpty();
        get(target).isError(404);
    }

    @Test
    void a_body_that_is_too_large_is_a_scim_413() {
        String large = " ".repeat((int) Service.MAX_BODY) + USER.formatted("large", "x");
        with("POST /scim/v2/Users", large).isError(413);
    }

    @Test
    void a_body_that_breaks_off_is_a_scim_400_and_creates_nothing() {
        String whole = USER.formatted("broken", "x");
        wire.breakOff("POST /scim/v2/Users HTTP/1.1\n" + BY_US + "\nContent-Length: " + (whole.length() + 10), whole)
                .isError(400);
        assertThat(get("/scim/v2/Users?filter=userName+eq+%22broken%22")
                        .json()
                        .path("totalResults")
                        .intValue())
                .isZero();
    }

    @Test
    void a_port_that_is_taken_is_an_error() {
        int taken = URI.create(mounted.baseUrl()).getPort();
        assertThatThrownBy(() -> mount(taken, Service.plain())).isInstanceOf(Exception.class);
    }

    @Test
    void nobody_gets_in_without_credentials() {
        Reply refused = wire.send("GET /scim/v2/Users HTTP/1.1\nHost: x" + LAST).isError(401);
        assertThat(refused.header("WWW-Authenticate")).startsWith("Bearer");
    }
}

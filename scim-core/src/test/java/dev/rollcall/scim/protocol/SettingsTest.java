package dev.rollcall.scim.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.rollcall.scim.codec.Quirk;
import dev.rollcall.scim.codec.Tolerance;
import dev.rollcall.scim.protocol.password.Password;
import dev.rollcall.scim.protocol.password.PasswordPolicy;
import dev.rollcall.scim.store.memory.InMemoryStore;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** What a host sets, and how the configuration shows it (RFC 7643 §5). */
class SettingsTest {
    private static final Paging PAGING = new Paging(7, 70, 0);

    private static JsonNode configuration(ScimService service) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        service.handle(new ScimRequest(
                        "GET",
                        List.of("ServiceProviderConfig"),
                        Map.of(),
                        Map.of(),
                        new ByteArrayInputStream(new byte[0]),
                        Server.BASE,
                        "request-1",
                        Caller.ofProvider("acme", "okta", "rck-okta")))
                .content()
                .writeTo(bytes);
        return new ObjectMapper().readTree(bytes.toByteArray());
    }

    private static JsonNode json(String text) throws IOException {
        return new ObjectMapper().readTree(Server.json(text));
    }

    private static void refused(ThrowingCallable set) {
        assertThatThrownBy(set).isInstanceOf(IllegalArgumentException.class);
    }

    private static void taken(ThrowingCallable set) {
        assertThatCode(set).doesNotThrowAnyException();
    }

    @Test
    void the_configuration_says_what_holds_and_no_more() throws IOException {
        Server server = new Server(InMemoryStore.create(), b -> b.paging(PAGING).bulk(BulkLimits.of(11, 1_100)));
        String expected = "{'schemas':['urn:ietf:params:scim:schemas:core:2.0:ServiceProviderConfig'],%s"
                + "'patch':{'supported':true},'bulk':{'supported':true,'maxOperations':11,'maxPayloadSize':1100},"
                + "'filter':{'supported':true,'maxResults':70},'changePassword':{'supported':false},"
                + "'sort':{'supported':true},'etag':{'supported':true},"
                + "'pagination':{'cursor':true,'index':true,'defaultPaginationMethod':'index','defaultPageSize':7,"
                + "'maxPageSize':70,'cursorTimeout':3600},'authenticationSchemes':[%s],"
                + "'meta':{'resourceType':'ServiceProviderConfig','location':'" + Server.BASE
                + "/ServiceProviderConfig'}}";
        assertThat(configuration(server.service())).isEqualTo(json(expected.formatted("", "")));

        Server documented = new Server(
                InMemoryStore.create(),
                b -> b.paging(PAGING).bulk(BulkLimits.of(11, 1_100)).documentationUri("https://example.com/help"));
        ScimService service = documented
                .service()
                .withAuthenticationSchemes(List.of(
                        AuthenticationScheme.BASIC
                                .withDocumentationUri("https://example.com/log-in")
                                .asPrimary(),
                        new AuthenticationScheme("httpdigest", "Digest", "As of old.", null, null, false)));
        assertThat(configuration(service))
                .isEqualTo(json(expected.formatted(
                        "'documentationUri':'https://example.com/help',",
                        "{'type':'httpbasic','name':'HTTP Basic','description':'"
                                + AuthenticationScheme.BASIC.description() + "',"
                                + "'specUri':'https://www.rfc-editor.org/info/rfc7617',"
                                + "'documentationUri':'https://example.com/log-in','primary':true},"
                                + "{'type':'httpdigest','name':'Digest','description':'As of old.','primary':false}")));
        assertThat(configuration(documented.service()).path("authenticationSchemes"))
                .as("the service that the other was made of")
                .isEmpty();
    }

    @Test
    void a_description_is_changed_in_one_part_at_a_time() {
        ServiceDescription described = ServiceDescription.NONE
                .withAuthenticationSchemes(List.of(AuthenticationScheme.OAUTH2))
                .withDocumentationUri("https://example.com/help");
        assertThat(described)
                .isEqualTo(new ServiceDescription("https://example.com/help", List.of(AuthenticationScheme.OAUTH2)));
    }

    @Test
    void what_makes_no_sense_is_refused_and_the_least_that_does_is_taken() {
        refused(() -> new AuthenticationScheme("clientcertificate", "n", "d", null, null, false));
        taken(() -> new Paging(1, 1, 0));
        refused(() -> new Paging(0, 1, 0));
        refused(() -> new Paging(2, 1, 0));
        refused(() -> new Paging(1, 1, -1));
        taken(() -> BulkLimits.of(1, 1));
        taken(() -> PasswordPolicy.builder().minLength(1).maxLength(1).build());
    }

    @Test
    void a_user_name_counts_in_a_password_from_four_characters_on() {
        assertThat(PasswordPolicy.DEFAULT.refusal(Password.of("the-Mira-way"), "mira"))
                .contains("must not contain the user name");
        assertThat(PasswordPolicy.DEFAULT.refusal(Password.of("the-ada-way"), "ada"))
                .isEmpty();
    }

    @Test
    void options_name_the_requirements_that_they_relax() {
        assertThat(Options.STRICT.relaxes()).isEmpty();
        assertThat(Options.STRICT.withStrictMemberReferences(false).relaxes()).containsExactly("R-7643-4.2-08");
        assertThat(Options.STRICT.withUniqueGroupDisplayName(true).relaxes()).containsExactly("R-7643-4.2-02");
        Quirk quirk = Tolerance.DEFAULT.quirks().stream()
                .filter(one -> !one.relaxes().isEmpty())
                .findFirst()
                .orElseThrow();
        assertThat(Options.STRICT.withTolerance(Tolerance.STRICT.with(quirk)).relaxes())
                .containsExactlyInAnyOrderElementsOf(quirk.relaxes());
    }
}

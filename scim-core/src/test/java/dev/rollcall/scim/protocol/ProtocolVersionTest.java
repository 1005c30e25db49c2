package dev.rollcall.scim.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.rollcall.scim.error.ScimException;
import dev.rollcall.scim.error.ScimType;
import dev.rollcall.scim.schema.ResourceTypeDefinition;
import dev.rollcall.scim.schema.SchemaRegistry;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** RFC 7644 §3.13. */
class ProtocolVersionTest {
    private static final SchemaRegistry STANDARD = SchemaRegistry.standard();

    private static ScimRequest request(String baseUrl, String path) {
        List<String> segments =
                Arrays.stream(path.split("/")).filter(s -> !s.isEmpty()).toList();
        return new ScimRequest(
                "GET",
                segments,
                Map.of(),
                Map.of(),
                InputStream.nullInputStream(),
                baseUrl,
                "r",
                Caller.ofProvider("acme", "okta", "okta"));
    }

    @ParameterizedTest
    @CsvSource({
        "https://h/scim, /Users, https://h/scim, /Users",
        "https://h/scim, /v2/Users/1, https://h/scim/v2, /Users/1",
        "https://h/scim/v2, /Users, https://h/scim/v2, /Users",
        "https://h/scim, /version2/Users, https://h/scim, /version2/Users",
        "https://h/scim, /vv2, https://h/scim, /vv2",
        "https://h/scim, '', https://h/scim, ''"
    })
    void the_version_that_is_spoken_becomes_a_part_of_the_base_url(
            String base, String path, String wantedBase, String wantedPath) {
        ScimRequest without = ProtocolVersion.without(request(base, path), STANDARD);
        assertThat(without.baseUrl()).isEqualTo(wantedBase);
        assertThat(without.path()).isEqualTo(request(wantedBase, wantedPath).path());
        assertThat(ProtocolVersion.isLeading(request(base, path).path(), base)).isEqualTo(!base.equals(wantedBase));
    }

    @ParameterizedTest
    @CsvSource({
        "https://h/scim, /v1/Users, https://h/scim/v2",
        "https://h/scim, /v3, https://h/scim/v2",
        "https://h/scim, /v2.1/Users, https://h/scim/v2",
        "https://h/scim/v2, /v2/Users, https://h/scim/v2",
        "https://h/scim/v2, /v1/Users, https://h/scim/v2"
    })
    void another_one_is_refused_with_the_base_url_that_works(String base, String path, String works) {
        assertThatExceptionOfType(ScimException.class)
                .isThrownBy(() -> ProtocolVersion.without(request(base, path), STANDARD))
                .satisfies(e -> assertThat(e.scimType()).contains(ScimType.INVALID_VERS))
                .withMessageEndingWith("whose base URL is " + works);
    }

    @Test
    void an_endpoint_of_the_host_may_be_called_like_a_version() {
        SchemaRegistry own = SchemaRegistry.builder()
                .resourceType(new ResourceTypeDefinition(
                        "Odd", "Oddly named", "/v9", "urn:ietf:params:scim:schemas:core:2.0:Group", List.of()))
                .build();
        ScimRequest odd = request("https://h/scim", "/v9/1");
        assertThat(ProtocolVersion.without(odd, own)).isSameAs(odd);
    }
}

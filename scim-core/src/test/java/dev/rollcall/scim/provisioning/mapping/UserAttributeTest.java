package dev.rollcall.scim.provisioning.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rollcall.scim.error.ScimException;
import dev.rollcall.scim.resource.Resource;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UserAttributeTest {
    private static final Resource MIRA = Resource.builder(Sample.USERS)
            .set("userName", "mira")
            .set("title", "Engineer")
            .set("name", Map.of("familyName", "Sato"))
            .add("addresses", Map.of("type", "home", "region", "Bavaria", "country", "DE"))
            .add("addresses", Map.of("type", "work", "region", "Kyoto", "primary", true, "country", "JP"))
            .extension(
                    "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User", Map.of("department", "Field Force"))
            .build();

    @ParameterizedTest
    @CsvSource(
            nullValues = "none",
            value = {
                "title, Engineer",
                "TITLE, Engineer",
                "name.familyName, Sato",
                "department, Field Force",
                "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:department, Field Force",
                "'addresses[type eq \"work\"].region', Kyoto",
                "'addresses[primary eq true].country', JP",
                "'addresses[type eq \"other\"].region', none",
                "division, none",
                "nickName, none"
            })
    void a_path_leads_to_the_text_that_a_user_has_there(String path, String text) {
        UserAttribute attribute = UserAttribute.parse(path, Sample.USERS);
        assertThat(attribute.of(MIRA).orElse(null)).isEqualTo(text);
        assertThat(attribute).hasToString(path).isEqualTo(UserAttribute.parse(path, Sample.USERS));
    }

    @ParameterizedTest
    @CsvSource({
        "shoeSize, shoeSize",
        "urn:example:Badge:number, urn:example:Badge",
        "active, no text",
        "name, no text",
        "addresses.region, several values",
        "emails, no text",
        "'addresses[type eq \"work\"]', no text",
        "'addresses[type eq \"work\"].shoe', no sub-attribute",
        "'addresses[shoe eq 1].region', shoe",
        "'title[', title"
    })
    void a_path_that_leads_to_no_single_text_is_refused_with_what_is_wrong(String path, String wrong) {
        assertThatThrownBy(() -> UserAttribute.parse(path, Sample.USERS))
                .isInstanceOf(ScimException.class)
                .hasMessageContaining(wrong);
    }
}

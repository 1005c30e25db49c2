package dev.rollcall.scim.provisioning.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.scim.patch.ChangeSet;
import dev.rollcall.scim.provisioning.log.AttributeChange;
import dev.rollcall.scim.resource.Resource;
import dev.rollcall.scim.schema.Attribute;
import dev.rollcall.scim.schema.AttributeType;
import dev.rollcall.scim.schema.ResourceType;
import dev.rollcall.scim.schema.Returned;
import dev.rollcall.scim.schema.Schema;
import dev.rollcall.scim.schema.SchemaRegistry;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What changed, as the sync log shows it. */
class AttributeTextsTest {
    private static final String BADGE = "urn:example:params:scim:2.0:Badge";

    private static final ResourceType USERS = SchemaRegistry.builder()
            .extension(
                    "User",
                    Schema.builder(BADGE)
                            .attribute("color", AttributeType.STRING)
                            .attribute("pin", AttributeType.STRING, pin -> pin.returned(Returned.NEVER))
                            .attribute(Attribute.named("keys", AttributeType.COMPLEX)
                                    .multiValued()
                                    .subAttribute("door", AttributeType.STRING, door -> door)
                                    .subAttribute("code", AttributeType.STRING, code -> code.returned(Returned.NEVER))
                                    .build())
                            .build())
            .build()
            .resourceType("User");

    private static List<AttributeChange> changes(Map<String, ?> before, Map<String, ?> after) {
        Resource none = Resource.builder(USERS).set("userName", "ann").build();
        return AttributeTexts.of(
                ChangeSet.between(
                        none.toBuilder().extension(BADGE, before).build(),
                        none.toBuilder().extension(BADGE, after).build()),
                USERS);
    }

    @Test
    void a_value_is_shown_before_and_after() {
        assertThat(changes(Map.of("color", "red"), Map.of("color", "blue")))
                .containsExactly(new AttributeChange(BADGE + ":color", "red", "blue"));
    }

    @Test
    void what_is_never_returned_is_masked_and_still_counts_as_changed() {
        assertThat(changes(Map.of("color", "red", "pin", "1234"), Map.of("color", "red", "pin", "5678")))
                .containsExactly(new AttributeChange(BADGE + ":pin", AttributeChange.MASKED, AttributeChange.MASKED));
        assertThat(changes(
                                Map.of("color", "red"),
                                Map.of(
                                        "color",
                                        "red",
                                        "keys",
                                        List.of(Map.of("door", "front", "code", "1234"), Map.of("door", "back"))))
                        .toString())
                .doesNotContain("1234")
                .contains("door=front, code=***; door=back");
    }

    @Test
    void long_values_are_cut_between_characters() {
        String text = changes(Map.of("color", "red"), Map.of("color", "\uD83D\uDE00".repeat(501)))
                .get(0)
                .after();
        assertThat(text).endsWith("…");
        assertThat(text.codePoints().filter(c -> c == 0x1F600)).hasSize(500);
        assertThat(text.substring(0, text.length() - 1).codePoints()).allMatch(c -> c == 0x1F600);
    }
}

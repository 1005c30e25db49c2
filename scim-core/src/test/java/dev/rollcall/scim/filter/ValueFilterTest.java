package dev.rollcall.scim.filter;

import static dev.rollcall.scim.filter.Things.CORE;
import static dev.rollcall.scim.filter.Things.ENTERPRISE;
import static dev.rollcall.scim.filter.Things.holds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.rollcall.scim.codec.Tolerance;
import dev.rollcall.scim.resource.Complex;
import dev.rollcall.scim.resource.Meta;
import dev.rollcall.scim.resource.Resource;
import dev.rollcall.scim.resource.Value;
import dev.rollcall.scim.schema.Attribute;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Missing values, several values, value paths, and where values stand. */
class ValueFilterTest {
    private static final Resource MIRA = Resource.builder(Things.USER_TYPE)
            .id("a1")
            .set("externalId", "E-7")
            .set("userName", "Mira")
            .set("name", Map.of("familyName", "Sato"))
            .set("active", true)
            .add("emails", Map.of("type", "work", "value", "mira@example.com", "primary", true))
            .add("emails", Map.of("type", "home", "value", "mira@home.org"))
            .extension(ENTERPRISE, Map.of("department", "Sales", "manager", Map.of("value", "b2")))
            .meta(new Meta(Instant.parse("2026-01-01T00:00:00Z"), Instant.parse("2026-02-01T00:00:00Z"), 3))
            .build();

    private static final Resource BARE =
            Resource.builder(Things.USER_TYPE).set("userName", "bare").build();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "userName eq \"mira\"",
                "id eq \"a1\"",
                "externalId eq \"E-7\"",
                "not (externalId eq \"e-7\")",
                "name.familyName eq \"sato\"",
                "name[familyName eq \"sato\" and not (givenName pr)]",
                CORE + ":userName sw \"M\"",
                "urn:IETF:params:scim:schemas:CORE:2.0:user:NAME.familyname eq \"sato\"",
                ENTERPRISE + ":department eq \"sales\"",
                ENTERPRISE + ":manager.value eq \"b2\"",
                ENTERPRISE + ":manager[value eq \"b2\"]",
                ENTERPRISE + " pr",
                ENTERPRISE + "[department eq \"sales\" and manager.value eq \"b2\" and manager pr]",
                "meta.resourceType eq \"User\"",
                "meta.lastModified gt \"2026-01-31T23:59:59Z\"",
                "meta.created lt \"2026-01-01T01:00:01+01:00\"",
                "meta.version eq \"W/\\\"3\\\"\"",
                "meta[resourceType eq \"User\"]",
                "meta pr and id pr",
            })
    void attributes_are_found_wherever_they_stand(String filter) {
        assertThat(holds(filter, MIRA)).isTrue();
        assertThat(holds("not (" + filter + ")", MIRA)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "emails co \"HOME.org\"",
                "emails.value ew \"example.com\"",
                "emails eq \"mira@home.org\"",
                "emails.type eq \"home\" and emails.value co \"example.com\"",
                "emails[type eq \"home\" and value co \"home\"]",
                "emails[type eq \"work\" or value co \"nothing\"]",
                "emails[not (type eq \"work\")]",
                "emails ne \"mira@home.org\"",
                "not (emails eq \"nobody@home.org\")",
                "emails pr and emails.type pr and emails[display eq null]",
            })
    void any_of_several_values_is_enough(String filter) {
        assertThat(holds(filter, MIRA)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "emails[type eq \"home\" and value co \"example.com\"]",
                "emails[type eq \"home\"] and emails[type eq \"other\"]",
                "emails.display pr",
                "emails[display pr]",
                "not (emails ne \"mira@home.org\")",
                "emails[not (type pr)]",
                "emails eq null",
            })
    void one_value_has_to_satisfy_the_whole_value_path(String filter) {
        assertThat(holds(filter, MIRA)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "title ne \"x\"",
                "name.givenName ne \"x\"",
                "emails ne \"x\"",
                "emails.type ne \"work\"",
                "emails.primary ne true",
                "active ne true",
                "active ne false",
                "meta.created ne \"2026-01-01T00:00:00Z\"",
                "profileUrl ne \"x\"",
                "x509Certificates ne \"YQ==\"",
                ENTERPRISE + ":department ne \"x\"",
                ENTERPRISE + ":manager.value ne \"x\"",
                "not (title eq \"x\")",
                "not (title pr)",
                "title eq null",
                "emails eq null",
                "name eq null and meta eq null",
                ENTERPRISE + " eq null",
            })
    void without_a_value_ne_and_negations_hold(String filter) {
        assertThat(holds(filter, BARE)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "title eq \"\"",
                "title co \"\"",
                "title sw \"\"",
                "title ew \"\"",
                "title gt \"\"",
                "title ge \"\"",
                "title lt \"x\"",
                "title le \"x\"",
                "title pr",
                "title ne null",
                "name pr",
                "name.givenName eq \"x\"",
                "active eq false",
                "active eq true",
                "emails pr",
                "emails[value ne \"x\"]",
                "emails[not (value eq \"x\")]",
                "emails[primary eq false]",
                "emails.primary eq false",
                "meta.created lt \"2026-01-01T00:00:00Z\"",
                ENTERPRISE + " pr",
                ENTERPRISE + "[department ne \"x\"]",
                ENTERPRISE + ":department pr",
            })
    void without_a_value_every_other_comparison_fails(String filter) {
        assertThat(holds(filter, BARE)).isFalse();
    }

    /** RFC 7643 §2.4. */
    @Test
    void an_absent_primary_counts_as_false() {
        assertThat(holds("emails[primary eq false and type eq \"home\"]", MIRA)).isTrue();
        assertThat(holds("emails[primary ne true and type eq \"home\"]", MIRA)).isTrue();
        assertThat(holds("emails[primary eq true and type eq \"home\"]", MIRA)).isFalse();
        assertThat(holds("emails[primary ne false and type eq \"home\"]", MIRA)).isFalse();
        assertThat(holds("emails[primary pr and type eq \"home\"]", MIRA)).isFalse();
        assertThat(holds("emails.primary eq false", MIRA)).isTrue();
        assertThat(holds("emails[primary eq false and type eq \"work\"]", MIRA)).isFalse();
    }

    @Test
    void elements_without_the_sub_attribute_differ_from_any_literal() {
        Resource user = Resource.builder(Things.USER_TYPE)
                .set("userName", "x")
                .add("emails", Map.of("value", "x@example.com"))
                .build();
        assertThat(holds("emails.type ne \"work\"", user)).isTrue();
        assertThat(holds("emails[type ne \"work\"]", user)).isTrue();
        assertThat(holds("emails.type eq \"work\"", user)).isFalse();
    }

    @Test
    void an_empty_text_is_no_value() {
        Resource user = Resource.builder(Things.USER_TYPE)
                .set("userName", "")
                .set("name", Map.of("givenName", ""))
                .build();
        assertThat(holds("userName pr", user)).isFalse();
        assertThat(holds("name pr", user)).isFalse();
        assertThat(holds("userName eq null", user)).isTrue();
        assertThat(holds("userName eq \"\"", user)).isTrue();
    }

    @Test
    void a_complex_value_whose_only_values_are_empty_texts_is_no_value() {
        Resource empty = Things.thing(Things.THING_EXTENSION, Map.of("notes", List.of("", "")));
        Resource some = Things.thing(Things.THING_EXTENSION, Map.of("notes", List.of("", "a")));
        assertThat(holds(Things.THING_EXTENSION + " pr", empty)).isFalse();
        assertThat(holds(Things.THING_EXTENSION + " pr", some)).isTrue();
    }

    @Test
    void an_extension_in_use_is_not_a_schema_of_another_name() {
        assertThat(holds("schemas eq \"urn:x:y:z\"", MIRA)).isFalse();
        assertThat(holds("schemas ew \"core:2.0:Group\"", MIRA)).isFalse();
    }

    @Test
    void simple_values_are_compared_one_by_one() {
        Resource thing = Resource.builder(Things.THING_TYPE)
                .set("tags", List.of("red", "green"))
                .set("counts", List.of(1, 5))
                .set("times", List.of("2026-01-01T00:00:00Z"))
                .build();
        assertThat(holds("tags eq \"GREEN\" and tags ne \"green\" and tags pr", thing))
                .isTrue();
        assertThat(holds("counts gt 4 and counts lt 2 and not (counts eq 3)", thing))
                .isTrue();
        assertThat(holds("times le \"2026-01-01T01:00:00+01:00\"", thing)).isTrue();
        assertThat(holds("counts[value gt 1 and value lt 5]", thing)).isFalse();
        assertThat(holds("counts[value gt 1 and VALUE lt 6 and value pr]", thing))
                .isTrue();
        assertThat(holds("counts[value eq null]", thing)).isFalse();
    }

    @Test
    void schemas_are_those_in_use_in_any_case() {
        assertThat(holds("schemas eq \"" + CORE + "\"", BARE)).isTrue();
        assertThat(holds("schemas eq \"URN:ietf:params:scim:schemas:core:2.0:user\"", BARE))
                .isTrue();
        assertThat(holds("schemas eq \"" + ENTERPRISE + "\"", BARE)).isFalse();
        assertThat(holds("schemas eq \"" + ENTERPRISE.toUpperCase(Locale.ROOT) + "\"", MIRA))
                .isTrue();
        assertThat(holds("schemas co \"enterprise\"", BARE)).isFalse();
        assertThat(holds("schemas co \"enterprise\"", MIRA)).isTrue();
        assertThat(holds("schemas[value co \"Enterprise\" and value ew \"user\"]", MIRA))
                .isTrue();
        assertThat(holds("schemas ne \"" + CORE + "\"", BARE)).isFalse();
        assertThat(holds("schemas ne \"" + CORE + "\"", MIRA)).isTrue();
        assertThat(holds("schemas pr", BARE)).isTrue();
        assertThat(holds("schemas eq null", BARE)).isFalse();
    }

    @Test
    void elements_can_be_tested_one_by_one() {
        Attribute emails = Things.USER_TYPE.attributes().get("emails");
        Predicate<Value> work = Things.compiler(Things.USER_TYPE, Tolerance.STRICT)
                .compileElement(emails, Filter.parse("type eq \"work\" or primary eq true"));
        assertThat(MIRA.get(emails).elements().stream().map(work::test)).containsExactly(true, false);

        Attribute counts = Things.THING_TYPE.attributes().get("counts");
        Predicate<Value> many = Things.compiler(Things.THING_TYPE, Tolerance.STRICT)
                .compileElement(counts, Filter.parse("not (value le 3)"));
        assertThat(many.test(Value.of(3))).isFalse();
        assertThat(many.test(Value.of(4))).isTrue();

        Attribute manager = Things.USER_TYPE.attributes().get(ENTERPRISE).sub("manager");
        assertThat(manager).isNotNull();
        Predicate<Value> byValue = Things.compiler(Things.USER_TYPE, Tolerance.STRICT)
                .compileElement(manager, Filter.parse("value eq \"b2\""));
        assertThat(byValue.test(MIRA.attributes().get(ENTERPRISE) instanceof Complex c ? c.get("manager") : null))
                .isTrue();
    }

    @Test
    void the_attributes_of_a_filter_are_known() {
        FilterCompiler compiler = Things.compiler(Things.USER_TYPE, Tolerance.DEFAULT);
        Filter filter =
                Filter.parse("EMAILS[type eq \"x\"] or not (name.givenName pr and department eq \"x\") or userName pr"
                        + " or emails pr");
        assertThat(compiler.topAttributes(filter).stream().map(Attribute::name))
                .containsExactly("emails", "name", ENTERPRISE, "userName");
    }

    @Test
    void a_resource_of_another_type_is_a_mistake_of_the_caller() {
        Predicate<Resource> users =
                Things.compiler(Things.USER_TYPE, Tolerance.STRICT).compile(Filter.parse("title pr"));
        Resource group =
                Resource.builder(Things.GROUP_TYPE).set("displayName", "x").build();
        assertThatIllegalArgumentException().isThrownBy(() -> users.test(group));
    }
}

package dev.rollcall.scim.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.rollcall.scim.codec.Tolerance;
import dev.rollcall.scim.error.ScimException;
import dev.rollcall.scim.error.ScimType;
import dev.rollcall.scim.resource.Resource;
import dev.rollcall.scim.schema.ResourceType;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is refused when a filter is compiled, and what is asked of a relation. */
class FilterCompilerTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            User  | nick eq "x"                     | "nick" is no attribute of User; attributes are schemas, id, externalId, userName
            User  | emails.kind eq "x"              | "emails" has no sub-attribute "kind"; it has value, display, type, primary
            User  | userName.x eq "x"               | "userName" has no sub-attribute "x"; it has none
            User  | urn:x:y:name eq "x"             | "urn:x:y:name" belongs to no schema of User; its schemas are urn:ietf:params:scim:schemas:core:2.0:User
            User  | department eq "x"               | "department" is no attribute of User
            User  | emails[kind eq "x"]             | "emails" has no sub-attribute "kind"; it has value, display, type, primary
            User  | emails[type.x eq "x"]           | "emails" has no sub-attribute "type.x"
            User  | emails[urn:a:b:type eq "x"]     | In brackets after "emails" sub-attributes stand without a URI; found "urn:a:b:type"
            User  | userName[value eq "x"]          | "userName" has one simple value, from which brackets cannot select
            Thing | tags[type eq "x"]               | "tags" has no sub-attribute "type"; in brackets "value" is the value itself
            Thing | tags[value.x eq "x"]            | "tags" has no sub-attribute "value.x"
            User  | name eq "x"                     | "name" is complex and cannot be compared as a whole; name one of formatted, familyName
            User  | addresses eq "x"                | "addresses" is complex and cannot be compared as a whole; name one of formatted, streetAddress
            Thing | part eq 1                       | "part" is complex and cannot be compared as a whole; name one of value, secret, primary
            User  | urn:ietf:params:scim:schemas:extension:enterprise:2.0:User eq "x" | cannot be compared as a whole; name one of employeeNumber
            User  | active gt true                  | "gt" does not apply to "active", which is of type boolean; eq, ne and pr do
            User  | active co "t"                   | "co" does not apply to "active", which is of type boolean
            User  | emails[primary lt true]         | "lt" does not apply to "emails.primary", which is of type boolean
            User  | x509Certificates gt "YQ=="      | "gt" does not apply to "x509Certificates.value", which is of type binary; eq, ne and pr do
            User  | x509Certificates.value sw "YQ"  | "sw" does not apply to "x509Certificates.value"
            Thing | count co 5                      | "co" does not apply to "count", which is of type integer; eq, ne, gt, ge, lt, le and pr do
            Thing | weight sw 5                     | "sw" does not apply to "weight", which is of type decimal
            User  | meta.created sw "2011"          | "sw" does not apply to "meta.created", which is of type dateTime; eq, ne, gt, ge, lt, le and pr do
            User  | active eq "true"                | "active" is compared with true or false, not with "true"
            User  | userName eq 5                   | "userName" is compared with a string in double quotes, such as "5", not with 5
            User  | userName eq true                | "userName" is compared with a string in double quotes, such as "true", not with true
            Thing | count eq "5"                    | "count" is compared with a number, not with "5"
            Thing | weight eq true                  | "weight" is compared with a number, not with true
            Thing | bytes eq "a-_b"                 | "bytes" is compared with base64 in double quotes, not with "a-_b"
            Thing | bytes eq "a"                    | "bytes" is compared with base64
            User  | meta.created gt "2011"          | "meta.created" is compared with a dateTime such as "2026-01-31T12:00:00Z", not with "2011"
            User  | meta.created gt "2011-02-30T00:00:00Z" | "meta.created" is compared with a dateTime
            User  | meta.created gt 5               | "meta.created" is compared with a dateTime
            User  | title gt null                   | "title gt null" has no meaning; only eq and ne take null
            User  | title co null                   | only eq and ne take null
            User  | password eq "x"                 | "password" is never returned and cannot be filtered by
            User  | password pr                     | "password" is never returned
            User  | password eq null                | "password" is never returned
            Thing | parts.secret eq "x"             | "secret" is never returned
            Thing | parts[secret eq "x"]            | "secret" is never returned
            Thing | vaults eq "x"                   | "value" is never returned
            User  | meta.location eq "x"            | "meta.location" is derived from the request and cannot be filtered by; use id
            User  | meta[location pr]               | "meta.location" is derived from the request
            User  | userName pr and (active pr or not (nick pr)) | "nick" is no attribute of User
            """)
    void a_filter_that_does_not_fit_the_type_is_refused(String type, String filter, String message) {
        ResourceType resourceType = type.equals("User") ? Things.USER_TYPE : Things.THING_TYPE;
        FilterCompiler compiler = Things.compiler(resourceType, Tolerance.STRICT);
        Filter parsed = Filter.parse(filter, Tolerance.STRICT);
        assertThatExceptionOfType(ScimException.class)
                .isThrownBy(() -> compiler.compile(parsed))
                .satisfies(e -> assertThat(e.scimType()).contains(ScimType.INVALID_FILTER))
                .withMessageContaining(message);
    }

    /** Although the extension has an attribute of the name that stands for other complex values. */
    @Test
    void the_object_of_an_extension_cannot_be_compared_even_by_default() {
        Filter filter = Filter.parse(Things.THING_EXTENSION + " eq \"x\"");
        assertThatExceptionOfType(ScimException.class)
                .isThrownBy(() ->
                        Things.compiler(Things.THING_TYPE, Tolerance.DEFAULT).compile(filter))
                .withMessageContaining("cannot be compared as a whole; name one of value, notes, or use pr");
    }

    @Test
    void a_refused_comparison_does_not_show_a_long_literal() {
        Filter filter = Filter.parse("active eq \"" + "x".repeat(5000) + "\"");
        assertThatExceptionOfType(ScimException.class)
                .isThrownBy(() ->
                        Things.compiler(Things.USER_TYPE, Tolerance.STRICT).compile(filter))
                .satisfies(e -> assertThat(e.detail()).hasSizeLessThan(120));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "members ne \"x\"",
                "members eq null",
                "not (members pr)",
                "not (a[b pr])",
                "emails[kind ne \"x\"]"
            })
    void in_a_query_over_several_types_an_unknown_attribute_has_no_value(String filter) {
        Resource user = Resource.builder(Things.USER_TYPE)
                .set("userName", "x")
                .set("emails", List.of(Map.of("value", "x")))
                .build();
        FilterCompiler compiler = Things.compiler(Things.USER_TYPE, Tolerance.STRICT);
        Filter parsed = Filter.parse(filter, Tolerance.STRICT);
        assertThatExceptionOfType(ScimException.class).isThrownBy(() -> compiler.compile(parsed));
        assertThat(compiler.unknownAsAbsent().compile(parsed).test(user)).isTrue();
        assertThat(compiler.unknownAsAbsent().compile(new Filter.Not(parsed)).test(user))
                .isFalse();
    }

    @Test
    void attributes_that_no_type_has_are_not_among_the_top_attributes() {
        FilterCompiler compiler = Things.compiler(Things.USER_TYPE, Tolerance.STRICT);
        Filter filter = Filter.parse("members pr or userName pr");
        assertThatExceptionOfType(ScimException.class).isThrownBy(() -> compiler.topAttributes(filter));
        assertThat(compiler.unknownAsAbsent().topAttributes(filter)).hasSize(1);
    }

    @Test
    void an_element_filter_cannot_select_again() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Things.compiler(Things.USER_TYPE, Tolerance.STRICT)
                        .compileElement(Things.USER_TYPE.attributes().get("emails"), Filter.parse("a[b pr]")));
    }
}

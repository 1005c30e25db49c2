package dev.rollcall.scim.jdbi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.scim.codec.Tolerance;
import dev.rollcall.scim.filter.Filter;
import dev.rollcall.scim.filter.Operator;
import dev.rollcall.scim.path.AttributePath;
import dev.rollcall.scim.path.PathResolver;
import dev.rollcall.scim.query.Sort;
import dev.rollcall.scim.schema.Attribute;
import dev.rollcall.scim.schema.AttributeType;
import dev.rollcall.scim.schema.ResourceType;
import dev.rollcall.scim.schema.Schema;
import dev.rollcall.scim.schema.SchemaRegistry;
import dev.rollcall.scim.schema.Uniqueness;
import dev.rollcall.scim.store.PushDown.Pushed;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which SQL a filter becomes, and what of it remains. */
class FilterSqlTest {
    private static final String BADGE = "urn:example:badge";
    private static final SchemaRegistry REGISTRY = SchemaRegistry.builder()
            .extension(
                    "User",
                    Schema.builder(BADGE)
                            .attribute(Attribute.named("serial", AttributeType.STRING)
                                    .uniqueness(Uniqueness.SERVER)
                                    .build())
                            .attribute(Attribute.named("number", AttributeType.INTEGER)
                                    .uniqueness(Uniqueness.SERVER)
                                    .build())
                            .build())
            .build();
    private static final ResourceType USER = REGISTRY.resourceType("User");
    private static final ResourceType GROUP = REGISTRY.resourceType("Group");
    private static final Dialect H2 = new H2Dialect(true);
    private static final Dialect POSTGRESQL = new PostgresDialect();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            userName eq "Mira"             | r.user_name = ?
            USERNAME ne "Mira"             | (r.user_name is null or r.user_name <> ?)
            not (userName eq "Mira")       | (r.user_name is null or r.user_name <> ?)
            not (userName ne "Mira")       | r.user_name = ?
            userName pr                    | r.user_name <> ''
            userName eq null               | (r.user_name is null or r.user_name = '')
            id eq "0"                      | r.id = ?
            externalId sw "0"              | (r.external_id >= ? and r.external_id < ?)
            externalId gt "x"              | r.external_id > ?
            not (displayName le "x")       | (r.display_name is null or r.display_name > ?)
            active eq true                 | r.active = ?
            active ne true                 | (r.active is null or r.active <> ?)
            not (active pr)                | r.active is null
            meta.created ge "2026-01-01T00:00:00Z"      | r.created >= ?
            not (meta.lastModified lt "2026-01-01T00:00:00Z") | r.last_modified >= ?
            meta.created lt "9999-01-01T00:00:00Z"      | 1 = 1
            meta.created lt "0001-01-01T00:00:00Z"      | 1 = 0
            meta.resourceType eq "User"    | 1 = 1
            meta.resourceType eq "Group"   | 1 = 0
            schemas eq "urn:ietf:params:scim:schemas:core:2.0:User" | 1 = 1
            meta pr                        | 1 = 1
            active eq true and meta pr     | r.active = ?
            active eq true and id pr       | (r.active = ? and r.id <> '')
            not (active eq true or id pr)  | ((r.active is null or r.active <> ?) and (r.id is null or r.id = ''))
            """)
    void a_term_on_columns_is_a_test_of_them(String filter, String sql) {
        assertThat(sql(USER, filter, POSTGRESQL)).contains(sql);
    }

    @Test
    void a_look_up_goes_from_the_index_to_the_resource() {
        String key = "r.resource_key in (select k.resource_key from scim_key k"
                + " where k.tenant_key = ? and k.type = ? and k.path = ? and k.key_value = ?)";
        String member =
                "r.resource_key in (select m.group_key as resource_key from scim_resource u join scim_membership m"
                        + " on m.tenant_key = u.tenant_key and m.member_key = u.resource_key"
                        + " where u.tenant_key = ? and u.id = ?)";

        for (Dialect dialect : new Dialect[] {H2, POSTGRESQL}) {
            assertThat(sql(USER, "emails eq \"a@x\"", dialect)).contains(key);
            assertThat(sql(USER, "emails[value eq \"a@x\"]", dialect)).contains(key);
            assertThat(sql(USER, "not (emails.value eq \"a@x\")", dialect)).contains(key.replace(" in ", " not in "));
            assertThat(sql(USER, BADGE + ":serial eq \"7\"", dialect)).contains(key);
            assertThat(sql(USER, BADGE + ":number eq 7.0", dialect)).contains(key);
            assertThat(sql(GROUP, "members.value eq \"u1\"", dialect)).contains(member);
            assertThat(sql(GROUP, "members[value eq \"u1\"]", dialect)).contains(member);
        }
    }

    @Test
    void look_ups_joined_by_or_are_gathered_before_any_resource_is_read() {
        assertThat(sql(USER, "userName eq \"a\" or emails eq \"a\"", H2))
                .contains("r.resource_key in (select h.resource_key from scim_resource h"
                        + " where h.tenant_key = ? and h.type = ? and h.user_name = ?"
                        + " union select k.resource_key from scim_key k"
                        + " where k.tenant_key = ? and k.type = ? and k.path = ? and k.key_value = ?)");
        assertThat(sql(USER, "userName eq \"a\" or active eq true", H2)).contains("(r.user_name = ? or r.active = ?)");
    }

    @Test
    void wildcards_of_a_value_are_letters() {
        assertThat(TextPattern.of(Operator.CO, "50%_!")).isEqualTo("%50!%!_!!%");
    }

    @Test
    void what_begins_with_a_text_ends_before_the_next_one() {
        assertThat(TextPattern.behindAllWith("ab")).isEqualTo("ac");
        assertThat(TextPattern.behindAllWith("a\uD7FF")).isEqualTo("a\uE000");
        assertThat(TextPattern.behindAllWith("a\uDBFF\uDFFF")).isEqualTo("b");
        assertThat(TextPattern.behindAllWith("\uDBFF\uDFFF")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "title eq \"x\"",
                "id sw \"0\"",
                "id eq \"é\"",
                "id eq \"K\"",
                "name.familyName pr",
                "emails.value ne \"a@x\"",
                "emails[value ne \"a@x\"]",
                "emails[not (value eq \"a@x\")]",
                "emails[type eq \"work\" and value eq \"a@x\"]",
                "emails[value sw \"a\" and value ew \"x\"]",
                "emails pr",
                "emails.type eq \"work\"",
                "phoneNumbers.value eq \"1\"",
                "groups.value eq \"g1\"",
                "schemas eq \"urn:example:badge\"",
                "meta.version eq \"W/\\\"1\\\"\"",
                "urn:example:badge:number gt 5",
                "serial eq \"7\"",
                "active eq \"true\"",
                "userName eq \"a\" or title eq \"b\"",
                "not (userName eq \"a\" and title eq \"b\")"
            })
    void what_the_tables_cannot_tell_is_left(String filter) {
        for (Dialect dialect : new Dialect[] {H2, POSTGRESQL}) {
            Filter whole = Filter.parse(filter);
            assertThat(new JdbiPushDown(dialect).push(USER, whole, null)).isEqualTo(new Pushed(null, whole, true));
        }
    }

    @Test
    void of_an_and_the_terms_that_can_are_taken() {
        Filter filter = Filter.parse("title eq \"a\" and (active eq true and userName sw \"b\") and nickName pr");
        Pushed pushed = new JdbiPushDown(H2).push(USER, filter, null);

        assertThat(pushed.answered()).hasToString("active eq true and userName sw \"b\"");
        assertThat(pushed.remainder()).hasToString("title eq \"a\" and nickName pr");
    }

    @Test
    void an_order_of_texts_is_taken_where_it_is_that_of_code_points() {
        assertThat(sql(USER, "userName gt \"b\"", H2)).isPresent();
        assertThat(sql(USER, "userName gt \"\uFFFD\"", H2)).isEmpty();
        assertThat(sql(USER, "userName gt \"😀\"", H2)).isEmpty();
        assertThat(sql(USER, "userName gt \"😀\"", POSTGRESQL)).isPresent();
        assertThat(sql(USER, "userName sw \"😀\"", H2)).isPresent();
    }

    @Test
    void a_text_that_is_longer_than_columns_keep_is_compared_as_a_whole_alone() {
        String text = "x".repeat(501);

        assertThat(sql(USER, "userName eq \"" + text + "\"", POSTGRESQL)).isPresent();
        assertThat(sql(USER, "userName co \"" + text + "\"", POSTGRESQL)).isPresent();
        assertThat(sql(USER, "userName sw \"" + text + "\"", POSTGRESQL)).isEmpty();
        assertThat(sql(USER, "userName gt \"" + text + "\"", POSTGRESQL)).isEmpty();
    }

    @Test
    void a_provider_finds_the_groups_of_its_own_members() {
        Condition condition = new FilterSql(GROUP, H2, new VisibleRows(1, "okta"))
                .of(Filter.parse("members eq \"u1\""))
                .orElseThrow();

        assertThat(condition.sql().text()).endsWith("u.id = ? and u.owner = ?)");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            meta.created      | true  | r.created
            meta.lastModified | true  | r.last_modified
            active            | true  | r.active
            schemas           | true  | r.id
            userName          | false | r.user_name
            displayName       | false | r.display_name
            """)
    void an_order_is_kept_where_it_is_cores(String path, boolean onH2, String column) {
        assertThat(SortSql.of(USER, sort(path), POSTGRESQL).orElseThrow().orderBy())
                .contains(column);
        assertThat(SortSql.of(USER, sort(path), H2).isPresent()).isEqualTo(onH2);
    }

    @Test
    void nobody_keeps_the_order_of_what_is_in_documents() {
        assertThat(SortSql.of(USER, sort("title"), POSTGRESQL)).isEmpty();
        assertThat(SortSql.of(USER, sort("id"), POSTGRESQL)).isEmpty();
        assertThat(SortSql.of(USER, sort("emails.value"), POSTGRESQL)).isEmpty();
        assertThat(SortSql.of(USER, sort("meta.version"), POSTGRESQL)).isEmpty();
    }

    private static Sort sort(String path) {
        return new Sort(
                new PathResolver(USER, Tolerance.STRICT)
                        .resolve(AttributePath.parse(path))
                        .orElseThrow(),
                false);
    }

    private static Optional<String> sql(ResourceType type, String filter, Dialect dialect) {
        return new FilterSql(type, dialect, new VisibleRows(1, null))
                .of(Filter.parse(filter, Tolerance.STRICT))
                .map(condition -> condition.sql().text());
    }
}

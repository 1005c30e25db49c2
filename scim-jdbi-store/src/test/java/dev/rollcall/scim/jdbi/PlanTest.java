package dev.rollcall.scim.jdbi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.scim.filter.Filter;
import dev.rollcall.scim.patch.RelationDelta;
import dev.rollcall.scim.resource.Resource;
import dev.rollcall.scim.store.IdRange;
import dev.rollcall.scim.store.Key;
import dev.rollcall.scim.store.Scope;
import dev.rollcall.scim.store.StoreQuery;
import dev.rollcall.scim.store.StoredResource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PlanTest extends JdbiTest {
    private static final int USERS = 2000;

    private final Key serial = new Key("serialNumber", "s-1", true);

    @Test
    void no_statement_reads_a_table_from_end_to_end() {
        given();
        statements();
        for (Scope scope : List.of(host(), owner("okta"))) {
            everything(scope);
        }
        List<String> statements = statements();

        assertThat(statements).hasSizeGreaterThan(25);
        assertThat(statements)
                .allSatisfy(sql -> assertThat(plan(sql)).doesNotContain("tableScan", "Seq Scan on scim_"));
    }

    @Test
    void a_look_up_by_key_reads_those_who_have_it_alone() {
        given();
        statements();
        List<String> paths = List.of("userName", "externalId", "displayName");
        for (Scope scope : List.of(host(), owner("okta"))) {
            paths.forEach(path -> ids(scope, StoreQuery.all(users()).narrowedBy(List.of(key(path)))));
        }

        assertThat(statements().stream().filter(sql -> sql.contains("r.document")))
                .hasSize(6)
                .allSatisfy(sql -> assertThat(plan(sql))
                        .containsPattern(
                                kind == Database.H2
                                        ? "/\\*[^*]*(USER_NAME|EXTERNAL_ID|DISPLAY_NAME) = \\?[^*]*\\*/"
                                        : "Index Cond: .*(user_name|external_id|display_name)\\)::text = "));
    }

    /** The order in which tables are read: a plan can name an index and go through all of it. */
    @Test
    void a_look_up_in_another_table_is_made_first() {
        given();
        change(store -> IntStream.range(0, USERS)
                .mapToObj("m%05d"::formatted)
                .map(id -> user(id, id).toBuilder()
                        .set("active", true)
                        .set("emails", List.of(Map.of("value", id + "@x")))
                        .build())
                .forEach(user -> store.insert(host(), keys().stored(user))));
        statements();
        List<Filter> filters = List.of(
                Filter.parse("emails eq \"m00001@x\""),
                Filter.parse("userName eq \"u00001\" or emails eq \"m00002@x\""),
                Filter.parse("active eq true and emails[value eq \"m00001@x\"]"));
        filters.forEach(filter -> ids(host(), StoreQuery.of(users(), filter, null)));
        ids(host(), StoreQuery.of(groups(), Filter.parse("members.value eq \"u00001\""), null));
        ids(host(), StoreQuery.all(users()).narrowedBy(List.of(serial)));

        assertThat(statements().stream().filter(sql -> sql.contains("r.document")))
                .hasSize(4)
                .allSatisfy(sql -> {
                    if (kind == Database.H2) {
                        assertThat(plan(sql))
                                .containsPattern("(?s)LEFT OUTER JOIN.*TENANT_KEY = \\?[^*]*RESOURCE_KEY = H");
                    } else {
                        assertThat(plan(sql)).containsPattern("Index Cond: .*resource_key = (k|m|h)\\.");
                    }
                });
    }

    @Test
    void a_page_by_cursor_reads_its_own_rows_alone_in_both_directions() {
        given();
        List<String> counted = new ArrayList<>();
        for (Scope scope : List.of(host(), owner("okta"))) {
            for (IdRange range : List.of(IdRange.after("u01000"), IdRange.before("u01000"), IdRange.before(null))) {
                statements();
                assertThat(ids(scope, StoreQuery.all(users()).within(range).page(0, 10)))
                        .hasSize(10);
                counted.addAll(statements().stream()
                        .filter(sql -> sql.contains("r.document"))
                        .toList());
            }
        }

        assertThat(counted).hasSize(6);
        assertThat(counted).allSatisfy(sql -> {
            if (kind == Database.H2) {
                assertThat(plan(sql)).contains("index sorted");
            } else {
                assertThat(plan(sql)).contains("Index Scan").doesNotContain("Sort");
            }
        });
    }

    private void given() {
        insertUsers(
                owner("okta"),
                IntStream.range(0, USERS).mapToObj("u%05d"::formatted).toArray(String[]::new));
        insert(owner("okta"), group("g1", "One"));
        insert(owner("okta"), group("g2", "Two"));
        database().execute("analyze");
        add(host(), "g1", IntStream.range(0, USERS).mapToObj("u%05d"::formatted).toArray(String[]::new));
    }

    private void everything(Scope scope) {
        StoreQuery all = StoreQuery.all(users());
        ids(scope, all);
        ids(scope, all.page(100, 10));
        ids(scope, all.within(IdRange.after("u00100")).page(10, 10));
        ids(scope, all.within(IdRange.before("u00100")).page(10, 10));
        ids(scope, all.narrowedBy(List.of(serial)));
        Resource user = get(scope, users(), "u00001");
        long version = user.meta().version();
        change(store -> {
            store.lock(scope, users(), "u00001");
            store.replace(scope, new StoredResource(changed(user, "title", "T"), List.of(serial)), version);
            store.touch(scope, users(), List.of("u00002"), NOW, keys());
            store.insert(scope, keys().stored(user("new", "new")));
        });
        apply(scope, "g1", new RelationDelta(false, Set.of("u00003"), Set.of("new")));
        members(scope, "g1");
        memberCount(scope, "g1");
        groupsOf(scope, "u00001");
        read(unit -> memberships(unit).membersAmong(scope, "g1", List.of("u00001", "u00002")));
        delete(scope, user("new", "new"), 1);
    }

    private Key key(String path) {
        return new Key(path, "u00001", path.equals("userName"));
    }

    /** The statements that were run since this was last asked, each once. */
    private List<String> statements() {
        return database().statements().take().stream()
                .filter(sql -> sql.contains("scim_"))
                .distinct()
                .toList();
    }

    private String plan(String sql) {
        return database().plan(sql);
    }
}

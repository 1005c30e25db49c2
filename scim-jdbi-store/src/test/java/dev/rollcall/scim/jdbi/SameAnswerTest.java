package dev.rollcall.scim.jdbi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.scim.Rollcall;
import dev.rollcall.scim.filter.Filter;
import dev.rollcall.scim.filter.Literal;
import dev.rollcall.scim.filter.Operator;
import dev.rollcall.scim.path.AttributePath;
import dev.rollcall.scim.path.ResolvedPath;
import dev.rollcall.scim.protocol.Caller;
import dev.rollcall.scim.protocol.Settings;
import dev.rollcall.scim.resource.Resource;
import dev.rollcall.scim.schema.Attribute;
import dev.rollcall.scim.schema.AttributeType;
import dev.rollcall.scim.schema.Schema;
import dev.rollcall.scim.schema.Uniqueness;
import dev.rollcall.scim.store.Store;
import dev.rollcall.scim.store.memory.InMemoryStore;
import dev.rollcall.scim.testing.Generator;
import dev.rollcall.scim.testing.Property;
import dev.rollcall.scim.testing.RandomFilters;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whatever the databases answer themselves, and whatever is left to core: every list is the one that core alone makes in
 * memory, with its order, its total and its pages.
 */
class SameAnswerTest {
    private static final String BADGE = "urn:example:badge";
    private static final List<String> USER_ORDERS = List.of(
            "userName",
            "displayName",
            "externalId",
            "active",
            "id",
            "meta.created",
            "meta.lastModified",
            "meta.resourceType",
            "meta.version",
            "schemas",
            "title",
            "emails",
            BADGE + ":serial",
            BADGE + ":number");
    private static final List<String> ORDERS =
            List.of("displayName", "externalId", "id", "meta.created", "meta.lastModified", "meta.resourceType");

    /** What databases have in columns and rows. */
    private static final Set<String> KEPT =
            Set.of("id", "userName", "externalId", "displayName", "active", "meta", "emails", "schemas", BADGE);

    private static final int FILTERS = 12;

    @TempDir
    private static Path folder;

    private static TestDatabase h2;
    private static TestDatabase postgres;
    private static List<AskedService> services;
    private static Settings settings;

    @BeforeAll
    static void open() {
        h2 = Database.H2.in(folder);
        postgres = Database.POSTGRESQL.in(folder);
        Schema badge = Schema.builder(BADGE)
                .attribute(Attribute.named("serial", AttributeType.STRING)
                        .uniqueness(Uniqueness.SERVER)
                        .caseExact(true)
                        .build())
                .attribute(Attribute.named("number", AttributeType.DECIMAL)
                        .uniqueness(Uniqueness.SERVER)
                        .build())
                .attribute("colour", AttributeType.STRING)
                .build();
        Store memory = InMemoryStore.create();
        settings = Rollcall.builder()
                .store(memory)
                .extension("User", badge)
                .build()
                .scim()
                .settings();
        services = List.of(
                AskedService.of("memory", memory, settings),
                AskedService.of("H2", h2.store(), settings),
                AskedService.of("PostgreSQL", postgres.store(), settings));
    }

    @AfterAll
    static void close() {
        h2.close();
        postgres.close();
    }

    @Test
    void every_list_is_the_one_that_core_alone_makes_in_memory() {
        Property.check("stores give the same answer", 20, g -> {
            String tenant = "tenant-" + g.seed();
            RandomPeople people = new RandomPeople(
                    g,
                    settings.registry(),
                    services.stream().map(AskedService::store).toList(),
                    tenant);
            for (int i = 0; i < FILTERS && !people.residents().isEmpty(); i++) {
                AskedService.Question question = question(g, tenant, people.residents());
                List<Object> expected = services.get(0).answers(question);
                for (AskedService service : services.subList(1, services.size())) {
                    assertThat(service.answers(question))
                            .as("%s: %s%nof %s", service.name(), question, people.residents())
                            .isEqualTo(expected);
                }
            }
        });
    }

    private static AskedService.Question question(Generator g, String tenant, List<Resource> residents) {
        Resource sample = g.pick(residents);
        String endpoint = g.oneIn(8) ? "" : sample.type().endpoint().substring(1);
        Map<String, String> query = new HashMap<>();
        if (!g.oneIn(8)) {
            query.put("filter", filter(g, sample, residents).toString());
        }
        if (g.oneIn(3)) {
            query.put("sortBy", g.pick(endpoint.equals("Users") ? USER_ORDERS : ORDERS));
            query.put("sortOrder", g.pick("ascending", "descending"));
        }
        String provider = g.oneIn(3) ? null : g.pick("okta", "entra");
        return new AskedService.Question(new Caller(tenant, provider, "test", null), endpoint, query, g.between(1, 4));
    }

    private static Filter filter(Generator g, Resource sample, List<Resource> residents) {
        RandomFilters filters = new RandomFilters(g, sample);
        Filter drawn = g.oneIn(3)
                ? filters.filter()
                : filters.about(SameAnswerTest::isKept).filter();
        if (sample.type().name().equals("Group") && g.bool()) {
            Filter member = member(g, g.pick(residents).id());
            return g.<Filter>either(
                    () -> member,
                    () -> new Filter.Not(member),
                    () -> new Filter.And(List.of(drawn, member)),
                    () -> new Filter.Or(List.of(member, drawn)));
        }
        return drawn;
    }

    private static Filter member(Generator g, String id) {
        Filter value = new Filter.Compare(AttributePath.of("value"), Operator.EQ, Literal.of(id));
        return g.<Filter>either(
                () -> new Filter.Compare(AttributePath.parse("members.value"), Operator.EQ, Literal.of(id)),
                () -> new Filter.Compare(AttributePath.of("members"), Operator.EQ, Literal.of(id)),
                () -> new Filter.Element(AttributePath.of("members"), value),
                () -> new Filter.Present(AttributePath.of("members")));
    }

    private static boolean isKept(ResolvedPath path) {
        return KEPT.contains(path.top().name());
    }
}

package dev.rollcall.benchmarks.store;

import dev.rollcall.benchmarks.database.LoggedConnection;
import dev.rollcall.benchmarks.database.Replay;
import dev.rollcall.benchmarks.database.StatementLog;
import dev.rollcall.benchmarks.measure.Comparison;
import dev.rollcall.benchmarks.report.Bar;
import dev.rollcall.scim.resource.Resource;
import dev.rollcall.scim.schema.ResourceType;
import dev.rollcall.scim.store.Scope;
import dev.rollcall.scim.store.UnitOfWork;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;

/** A user with the groups out of the store, against the statements that the store runs for it in plain JDBC. */
final class GetRow implements Row {
    private static final int MOST_USERS = 2_000;

    @Override
    public String name() {
        return "get";
    }

    @Override
    public void measure(Site site, Figures figures) throws Exception {
        Node node = site.node(site.large());
        Scope scope = site.client(site.large()).caller().scope();
        ResourceType type = node.type("User");
        List<String> ids = sample(site);
        List<List<StatementLog.Executed>> queries = captured(site, scope, ids);
        Comparison comparison = Comparison.of(
                site.plan().warmedBy(ids.size()),
                i -> node.store().read(unit -> find(unit, scope, type, ids.get(i % ids.size()))),
                i -> {
                    try (Connection connection = node.dataSource().getConnection()) {
                        Replay.read(connection, queries.get(i % ids.size()));
                    }
                });
        figures.ratio(name(), comparison, new Bar.Pair(Bar.atMost(1.3), Bar.atMost(2)));
    }

    private static List<String> sample(Site site) {
        List<String> all = site.large().ids();
        int users = Math.min(MOST_USERS, all.size());
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < users; i++) {
            ids.add(all.get((int) (i * 7919L % all.size())));
        }
        return ids;
    }

    private static List<List<StatementLog.Executed>> captured(Site site, Scope scope, List<String> ids)
            throws Exception {
        List<List<StatementLog.Executed>> queries = new ArrayList<>();
        try (Node node = Node.logged(site.url(site.large()))) {
            ResourceType type = node.type("User");
            node.store().read(unit -> find(unit, scope, type, ids.get(0)));
            ((LoggedConnection) node.dataSource()).log().take();
            for (String id : ids) {
                node.store().read(unit -> find(unit, scope, type, id));
                queries.add(((LoggedConnection) node.dataSource()).log().take());
            }
        }
        return queries;
    }

    /** What the protocol asks of the store for it. */
    private static int find(UnitOfWork unit, Scope scope, ResourceType type, String id) {
        Resource user = unit.resources().find(scope, type, id).orElseThrow();
        return unit.memberships()
                .orElseThrow()
                .groupsOf(scope, List.of(user.id()))
                .size();
    }
}

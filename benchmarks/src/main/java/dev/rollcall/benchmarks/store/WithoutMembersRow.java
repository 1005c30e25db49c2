package dev.rollcall.benchmarks.store;

import dev.rollcall.benchmarks.database.LoggedConnection;
import dev.rollcall.benchmarks.database.RowCounter;
import dev.rollcall.benchmarks.database.StatementLog;
import dev.rollcall.benchmarks.http.ScimClient;
import dev.rollcall.benchmarks.report.Bar;
import java.util.List;
import java.util.Map;

/** The group of everybody shown without its members: which statements run, and which rows they read. */
final class WithoutMembersRow implements Row {
    private static final String MEMBERSHIPS = "scim_membership";

    @Override
    public String name() {
        return "without-members";
    }

    @Override
    public void measure(Site site, Figures figures) throws Exception {
        try (Node node = Node.logged(site.url(site.large()))) {
            LoggedConnection connection = (LoggedConnection) node.dataSource();
            RowCounter counter = site.databases().rowCounter(connection::quietly);
            ScimClient client = node.client(site.large().plan().tenant());
            String target = "/Groups/" + site.large().everybody() + "?excludedAttributes=members";
            client.get(target);
            connection.log().take();
            counter.begin();
            client.get(target);
            Map<String, RowCounter.Rows> rows = counter.end();
            List<StatementLog.Executed> statements = connection.log().take();
            long about = statements.stream()
                    .filter(statement -> statement.sql().contains(MEMBERSHIPS))
                    .count();
            RowCounter.Rows read = rows.getOrDefault(MEMBERSHIPS, new RowCounter.Rows(0, 0));
            figures.exact(
                    name(),
                    about + read.read(),
                    "members",
                    Bar.atMost(0),
                    Map.of("statements", statements.size(), "tables", rows.toString()));
        }
    }
}

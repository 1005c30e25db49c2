package dev.rollcall.benchmarks.store;

import dev.rollcall.benchmarks.database.LoggedConnection;
import dev.rollcall.benchmarks.database.RowCounter;
import dev.rollcall.benchmarks.http.ScimClient;
import dev.rollcall.benchmarks.load.Bodies;
import dev.rollcall.benchmarks.measure.Comparison;
import dev.rollcall.benchmarks.measure.Work;
import dev.rollcall.benchmarks.report.Bar;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** PATCH that adds one member to the group of everybody, against the same with a group of ten. */
final class MemberRow implements Row {
    private static final int JOINING = 200;
    private static final int FEW = 10;

    @Override
    public String name() {
        return "member";
    }

    @Override
    public void measure(Site site, Figures figures) throws Exception {
        ScimClient client = site.client(site.large());
        try (Extras extras = new Extras(client)) {
            List<String> users = extras.users(JOINING);
            String few = extras.group(site.large().ids().subList(0, FEW));
            String everybody = site.large().everybody();
            Comparison comparison =
                    Comparison.of(site.plan(), new Joining(client, everybody, users), new Joining(client, few, users));
            figures.ratio(name(), comparison, new Bar.Pair(Bar.atMost(1.5), Bar.atMost(2)));
            count(site, figures, everybody, few, users);
        }
    }

    private void count(Site site, Figures figures, String everybody, String few, List<String> users) throws Exception {
        try (Node node = Node.logged(site.url(site.large()))) {
            Counted large = count(site, node, everybody, users);
            Counted small = count(site, node, few, users);
            figures.exact(
                    name() + "/statements",
                    large.statements,
                    "statements",
                    Bar.atMost(small.statements),
                    Map.of("otherValue", small.statements));
            figures.exact(
                    name() + "/rows",
                    RowCounter.sum(large.rows),
                    "rows",
                    Bar.atMost(RowCounter.sum(small.rows)),
                    Map.of("tables", large.rows.toString(), "otherTables", small.rows.toString()));
        }
    }

    private record Counted(int statements, Map<String, RowCounter.Rows> rows) {}

    /** What one PATCH costs when everything is warm. */
    private static Counted count(Site site, Node node, String group, List<String> users) throws Exception {
        LoggedConnection connection = (LoggedConnection) node.dataSource();
        RowCounter counter = site.databases().rowCounter(connection::quietly);
        Joining joining = new Joining(node.client(site.large().plan().tenant()), group, users);
        for (int i = 0; i < FEW; i++) {
            joining.run(i);
            joining.restore(i);
        }
        connection.log().take();
        counter.begin();
        joining.run(FEW);
        Map<String, RowCounter.Rows> rows = counter.end();
        int statements = connection.log().take().size();
        joining.restore(FEW);
        return new Counted(statements, rows);
    }

    private record Joining(ScimClient client, String group, List<String> users) implements Work {
        @Override
        public void run(int i) throws IOException {
            patch(Bodies.add(List.of(user(i))));
        }

        @Override
        public void restore(int i) throws IOException {
            patch(Bodies.remove(user(i)));
        }

        private String user(int i) {
            return users.get(i % users.size());
        }

        /** Asks for what is shown, since an answer without members would be another for few than for many. */
        private void patch(String operation) throws IOException {
            client.send("PATCH", "/Groups/" + group + "?attributes=id", Bodies.patch(List.of(operation)));
        }
    }
}

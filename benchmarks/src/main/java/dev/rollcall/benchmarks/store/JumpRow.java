package dev.rollcall.benchmarks.store;

import dev.rollcall.benchmarks.http.LocalClient;
import dev.rollcall.benchmarks.measure.Comparison;
import dev.rollcall.benchmarks.report.Bar;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** A page far behind the one before, against an OFFSET over the keys in the index alone, written by hand. */
final class JumpRow implements Row {
    private static final String KEYS = """
            select r.id from scim_resource r
            where r.tenant_key = ? and r.type = 'User' and r.owner = ?
            order by r.tenant_key, r.type, r.owner, r.id
            offset ? rows fetch next 100 rows only""";

    private static final int COUNT = 100;

    @Override
    public String name() {
        return "jump";
    }

    @Override
    public void measure(Site site, Figures figures) throws Exception {
        LocalClient client = site.client(site.large());
        Node node = site.node(site.large());
        long tenant = tenant(node, client.caller().tenant());
        int users = site.large().size();
        int places = Math.max(1, users / 12 / (2 * COUNT));
        String owner = client.caller().provider();
        Comparison comparison = Comparison.of(
                site.plan(),
                i -> client.get("/Users?startIndex=" + (start(users, places, i) + 1) + "&count=" + COUNT),
                i -> keys(node, tenant, String.valueOf(owner), start(users, places, i)));
        figures.ratio(name(), comparison, new Bar.Pair(Bar.atMost(2), null));
    }

    /** Behind nine tenths of all, and never where a page before has ended, which a server may remember. */
    private static int start(int users, int places, int i) {
        return (int) (users * 9L / 10) + i % places * 2 * COUNT;
    }

    private static long tenant(Node node, String name) throws SQLException {
        try (Connection connection = node.dataSource().getConnection();
                PreparedStatement statement =
                        connection.prepareStatement("select tenant_key from scim_tenant where name = ?")) {
            statement.setString(1, name);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    private static void keys(Node node, long tenant, String owner, long offset) throws SQLException {
        try (Connection connection = node.dataSource().getConnection();
                PreparedStatement statement = connection.prepareStatement(KEYS)) {
            statement.setLong(1, tenant);
            statement.setString(2, owner);
            statement.setLong(3, offset);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    rows.getString(1);
                }
            }
        }
    }
}

package dev.rollcall.scim.jdbi;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What a {@link JdbiCopy} has copied, and found to be the same on both sides. Immutable.
 *
 * @param tables every table, in the order in which they were copied
 * @param resources how many resources there are
 */
public record CopyReport(List<Table> tables, List<Resources> resources) {
    private static final String COUNT = """
            select t.name, r.type, count(*)
            from scim_tenant t
            join scim_resource r on r.tenant_key = t.tenant_key
            group by t.name, r.type""";

    /** Copies the lists. */
    public CopyReport {
        tables = List.copyOf(tables);
        resources = List.copyOf(resources);
    }

    /**
     * A table.
     *
     * @param name its name
     * @param rows how many rows it has
     */
    public record Table(String name, long rows) {}

    /**
     * The resources of a type.
     *
     * @param tenant whose they are
     * @param type the name of the type
     * @param count how many there are
     */
    public record Resources(String tenant, String type, long count) {}

    static List<Resources> resources(Connection connection) throws SQLException {
        List<Resources> counts = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(COUNT)) {
            while (rows.next()) {
                counts.add(new Resources(rows.getString(1), rows.getString(2), rows.getLong(3)));
            }
        }
        // Here, since databases have orders of their own.
        counts.sort(Comparator.comparing(Resources::tenant).thenComparing(Resources::type));
        return counts;
    }
}

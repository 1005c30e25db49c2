package dev.rollcall.scim.jdbi;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Reads from a database which tables of the store it has. */
final class CopyCatalog {
    /** About the database itself, which the target knows better. */
    private static final Set<String> NOT_COPIED = Set.of("scim_migration", "scim_migration_lock", CopyMark.TABLE);

    private final DatabaseMetaData catalog;
    private final String database;
    private final String schema;

    CopyCatalog(Connection connection) throws SQLException {
        this.catalog = connection.getMetaData();
        this.database = connection.getCatalog();
        this.schema = connection.getSchema();
    }

    /** The tables, those that others refer to first. */
    List<CopyTable> tables() throws SQLException {
        Map<String, Set<String>> parents = new HashMap<>();
        Map<String, CopyTable> tables = new HashMap<>();
        for (String name : names()) {
            String lower = lower(name);
            tables.put(lower, new CopyTable(lower, columns(name)));
            parents.put(lower, parents(name));
        }
        Set<String> ordered = new LinkedHashSet<>();
        while (ordered.size() < tables.size()) {
            int before = ordered.size();
            new TreeSet<>(tables.keySet())
                    .stream()
                            .filter(table -> ordered.containsAll(parents.get(table)))
                            .forEach(ordered::add);
            if (ordered.size() == before) {
                throw new IllegalStateException("Tables refer to each other in a circle: " + parents);
            }
        }
        return ordered.stream().map(tables::get).toList();
    }

    private List<String> names() throws SQLException {
        List<String> names = new ArrayList<>();
        try (ResultSet found = catalog.getTables(database, schema, null, null)) {
            while (found.next()) {
                String name = found.getString("TABLE_NAME");
                // What is looked for is a pattern, to which other schemas may fit.
                if (schema.equals(found.getString("TABLE_SCHEM"))
                        && Set.of("TABLE", "BASE TABLE").contains(found.getString("TABLE_TYPE"))
                        && lower(name).startsWith("scim_")
                        && !NOT_COPIED.contains(lower(name))) {
                    names.add(name);
                }
            }
        }
        return names;
    }

    private List<CopyColumn> columns(String table) throws SQLException {
        Map<String, CopyColumn> columns = new TreeMap<>();
        try (ResultSet found = catalog.getColumns(database, schema, table, null)) {
            while (found.next()) {
                if (schema.equals(found.getString("TABLE_SCHEM")) && table.equals(found.getString("TABLE_NAME"))) {
                    String name = lower(found.getString("COLUMN_NAME"));
                    boolean identity = "YES".equals(found.getString("IS_AUTOINCREMENT"));
                    columns.put(name, new CopyColumn(name, found.getInt("DATA_TYPE"), identity));
                }
            }
        }
        return List.copyOf(columns.values());
    }

    private Set<String> parents(String table) throws SQLException {
        Set<String> parents = new TreeSet<>();
        try (ResultSet found = catalog.getImportedKeys(database, schema, table)) {
            while (found.next()) {
                parents.add(lower(found.getString("PKTABLE_NAME")));
            }
        }
        return parents;
    }

    private static String lower(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}

package dev.rollcall.examples.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

/** Processes of the server on one database, all started at once. */
final class Nodes implements AutoCloseable {
    private final Path directory;
    private final String url;
    private final List<Program> programs = new CopyOnWriteArrayList<>();
    private final List<String> open = new CopyOnWriteArrayList<>();
    private int made;

    private Nodes(Path directory, String url) {
        this.directory = directory;
        this.url = url;
    }

    static Nodes start(Path directory, String url, int count) throws Exception {
        Nodes nodes = new Nodes(directory, url);
        for (int i = 0; i < count; i++) {
            nodes.programs.add(nodes.program());
        }
        for (Program program : nodes.programs) {
            nodes.open.add(program.baseUrl());
        }
        return nodes;
    }

    /** Each node has a name in the database, to be recognised when it is dead. */
    private Program program() throws IOException {
        String data = url + "&ApplicationName=node-" + made++;
        return Program.ofClasses(directory, "--port", "0", "--rate", "off", "--data", data);
    }

    Program get(int index) {
        return programs.get(index);
    }

    int size() {
        return programs.size();
    }

    /** The token that one of them made and showed. */
    String token() throws Exception {
        List<String> tokens = new ArrayList<>();
        for (Program program : programs) {
            program.message().stream()
                    .map(String::strip)
                    .filter(line -> line.startsWith("Bearer token"))
                    .forEach(line ->
                            tokens.add(line.substring("Bearer token".length()).strip()));
        }
        assertThat(tokens).as("tokens shown by all nodes together").hasSize(1);
        return tokens.get(0);
    }

    String baseUrl(int index) {
        return open.get(index);
    }

    /** The base URL of a node to which a load balancer sends requests now. */
    String any(SplittableRandom random) {
        List<String> now = List.copyOf(open);
        return now.get(random.nextInt(now.size()));
    }

    /** Ends a node as a power failure does, and gives its name in the database. */
    String kill(int index) throws Exception {
        String name = "node-" + (made - programs.size() + index);
        programs.get(index).kill();
        programs.remove(index);
        open.remove(index);
        return name;
    }

    /** Adds a node. */
    void add() throws Exception {
        Program program = program();
        programs.add(program);
        open.add(program.baseUrl());
    }

    /** Ends the oldest node in order, as a rolling upgrade does: first the load balancer forgets it. */
    void stopOldest() throws Exception {
        open.remove(0);
        programs.remove(0).stop();
    }

    /** The first column of a query, as text. */
    List<String> column(String query) {
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            List<String> values = new ArrayList<>();
            while (rows.next()) {
                values.add(Optional.ofNullable(rows.getString(1)).orElse(""));
            }
            return values;
        } catch (SQLException e) {
            throw new AssertionError(query, e);
        }
    }

    /** Waits until the database has noticed the end of a node. */
    void awaitNoConnectionOf(String node) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (!column("select pid from pg_stat_activity where application_name = '" + node + "'")
                .isEmpty()) {
            assertThat(System.nanoTime()).as("connections of " + node + " stay").isLessThan(end);
        }
    }

    @Override
    public void close() {
        programs.forEach(Program::close);
    }
}

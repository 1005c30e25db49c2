package dev.rollcall.benchmarks.store;

import dev.rollcall.benchmarks.http.ScimClient;
import dev.rollcall.benchmarks.load.Bodies;
import dev.rollcall.benchmarks.load.Loader;
import dev.rollcall.benchmarks.load.Person;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Users and groups that a row makes for itself, and removes when it is done. */
final class Extras implements AutoCloseable {
    /** Behind all that are loaded; drawn, so that a row that was killed is in nobody's way. */
    private static final int FIRST = 10_000_000;

    private static final int RANGE = 1_000_000_000;

    private final ScimClient client;
    private final List<String> made = new ArrayList<>();

    Extras(ScimClient client) {
        this.client = client;
    }

    /** Makes users who are in no group. */
    List<String> users(int count) throws IOException {
        int first = FIRST + (int) (Math.abs(System.nanoTime()) % RANGE);
        List<String> ids = Loader.createAll(client, "/Users", 0, count, i -> new Person(first + i).json());
        ids.forEach(id -> made.add("/Users/" + id));
        return ids;
    }

    /** Makes a group of these members. */
    String group(List<String> members) throws IOException {
        String id = Loader.createAll(client, "/Groups", 0, 1, i -> Bodies.group("Benchmark"))
                .get(0);
        made.add("/Groups/" + id);
        if (!members.isEmpty()) {
            client.send("PATCH", "/Groups/" + id + "?attributes=id", Bodies.patch(List.of(Bodies.add(members))));
        }
        return id;
    }

    @Override
    public void close() throws IOException {
        for (String target : made) {
            client.send("DELETE", target, "");
        }
    }
}

package dev.rollcall.benchmarks.store;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.rollcall.benchmarks.http.LocalClient;
import dev.rollcall.benchmarks.measure.LiveHeap;
import dev.rollcall.scim.protocol.ScimResponse;
import dev.rollcall.scim.resource.Resource;
import dev.rollcall.scim.store.StoreQuery;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The process that {@link MemoryRow} starts: reads everybody, and prints how much memory was live meanwhile. */
public final class MemoryCommand {
    static final String PEAK = "peak";

    /** The tenth is read so many times, to be seen for as long as the whole. */
    private static final int REPEATED = 10;

    private static final ObjectMapper JSON = new ObjectMapper();

    private MemoryCommand() {}

    /** A way to read all users, or all members of a group. */
    enum Reading {
        LIST,
        FILTER,
        EXPORT,
        MEMBERS;

        String title() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Takes the URL, the reading, the number of rounds, and the groups of everybody in the two tenants. */
    public static void run(List<String> arguments) throws Exception {
        Reading reading = Reading.valueOf(arguments.get(1));
        try (Node node = Node.pooled(arguments.get(0))) {
            Tenant large = new Tenant(node, "large", arguments.get(3));
            Tenant medium = new Tenant(node, "medium", arguments.get(4));
            medium.read(reading);
            for (int round = 0; round < Integer.parseInt(arguments.get(2)); round++) {
                long most = LiveHeap.peakDuring(() -> large.read(reading));
                long other = LiveHeap.peakDuring(() -> {
                    for (int i = 0; i < REPEATED; i++) {
                        medium.read(reading);
                    }
                });
                System.out.println(PEAK + " " + most + " " + other);
            }
        }
    }

    private record Tenant(Node node, String name, String everybody) {
        void read(Reading reading) throws Exception {
            switch (reading) {
                case LIST -> list();
                case FILTER ->
                    send("/Users?filter=" + URLEncoder.encode("title co \"nobody has this\"", StandardCharsets.UTF_8));
                case EXPORT -> export();
                case MEMBERS -> send("/Groups/" + everybody);
            }
        }

        private void list() throws IOException {
            String cursor = "";
            do {
                byte[] page = node.client(name)
                        .get("/Users?count=1000&cursor=" + URLEncoder.encode(cursor, StandardCharsets.UTF_8))
                        .body();
                cursor = JSON.readTree(page).path("nextCursor").asText();
            } while (!cursor.isEmpty());
        }

        private void export() {
            LocalClient client = node.client(name);
            node.store().read(unit -> {
                try (Stream<Resource> all =
                        unit.resources().query(client.caller().scope(), StoreQuery.all(node.type("User")))) {
                    return all.filter(user -> !user.id().isEmpty()).count();
                }
            });
        }

        /** Writes the answer out as it comes. */
        private void send(String target) throws IOException {
            LocalClient client = node.client(name);
            ScimResponse response = node.service().handle(client.request("GET", target, ""));
            if (response.status() != 200 || response.content() == null) {
                throw new IOException(target + " was answered with " + response.status());
            }
            response.content().writeTo(OutputStream.nullOutputStream());
        }
    }
}

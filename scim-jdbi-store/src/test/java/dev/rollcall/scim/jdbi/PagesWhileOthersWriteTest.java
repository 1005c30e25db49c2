package dev.rollcall.scim.jdbi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.scim.protocol.Options;
import dev.rollcall.scim.store.memory.InMemoryStore;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who reads page by page gets each entry that was there all the time exactly once, while others come and go. */
class PagesWhileOthersWriteTest {
    private static final int STAYING = 300;
    private static final Pattern NEXT = Pattern.compile("\"nextCursor\":\"([^\"]+)\"");
    private static final Pattern TOTAL = Pattern.compile("\"totalResults\":(\\d+)");

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({"memory, cursor", "memory, index", "h2, cursor", "h2, index", "postgresql, cursor", "postgresql, index"
    })
    void every_entry_that_stays_is_on_exactly_one_page(String kind, String paging) {
        if (kind.equals("memory")) {
            walks(ScimClient.of(InMemoryStore.create(), Options.DEFAULT), paging);
        } else {
            try (TestDatabase database =
                    Database.valueOf(kind.toUpperCase(Locale.ROOT)).in(folder)) {
                walks(ScimClient.of(database.store(), Options.DEFAULT), paging);
            }
        }
    }

    private void walks(ScimClient client, String paging) {
        List<String> staying = new ArrayList<>();
        List<String> going = new ArrayList<>();
        for (int i = 0; i < STAYING; i++) {
            // Before each that stays there is one that will go.
            going.add(user(client, "going" + i));
            staying.add(user(client, "staying" + i));
        }
        AtomicBoolean done = new AtomicBoolean();
        // Others write from the first page on, and the second is not read before they have begun.
        CompletableFuture<Void> begun = new CompletableFuture<>();
        AtomicReference<CompletableFuture<Void>> writer = new AtomicReference<>();
        Runnable afterFirstPage = () -> {
            writer.set(CompletableFuture.runAsync(() -> {
                for (int i = 0; i < going.size() && !done.get(); i++) {
                    assertThat(client.call("DELETE", "/Users/" + going.get(i), Map.of(), "")
                                    .status())
                            .isEqualTo(204);
                    user(client, "coming" + i);
                    begun.complete(null);
                }
            }));
            CompletableFuture.anyOf(begun, writer.get()).join();
        };
        List<String> seen;
        try {
            seen = paging.equals("cursor") ? byCursor(client, afterFirstPage) : byIndex(client, afterFirstPage);
        } finally {
            done.set(true);
        }
        writer.get().join();

        assertThat(seen).doesNotHaveDuplicates().containsAll(staying);
        assertThat(new TreeSet<>(seen)).containsExactlyElementsOf(seen);
        assertThat(client.get("/Users", Map.of("count", "0")).first(TOTAL)).isEqualTo("" + 2 * STAYING);
    }

    private static List<String> byCursor(ScimClient client, Runnable afterFirstPage) {
        List<String> seen = new ArrayList<>();
        Map<String, String> query = new HashMap<>(Map.of("cursor", "", "count", "7", "attributes", "userName"));
        while (true) {
            ScimClient.Answer page = client.get("/Users", query);
            seen.addAll(page.all(ScimClient.ID));
            List<String> next = page.all(NEXT);
            if (next.isEmpty()) {
                return seen;
            }
            if (query.get("cursor").isEmpty()) {
                afterFirstPage.run();
            }
            query.put("cursor", next.get(0));
        }
    }

    private static List<String> byIndex(ScimClient client, Runnable afterFirstPage) {
        List<String> seen = new ArrayList<>();
        int start = 1;
        while (true) {
            ScimClient.Answer page =
                    client.get("/Users", Map.of("startIndex", "" + start, "count", "7", "attributes", "userName"));
            List<String> ids = page.all(ScimClient.ID);
            if (ids.isEmpty()) {
                return seen;
            }
            if (start == 1) {
                afterFirstPage.run();
            }
            seen.addAll(ids);
            start += ids.size();
        }
    }

    private static String user(ScimClient client, String name) {
        return client.create("/Users", "User", "'userName':'" + name + "'");
    }
}

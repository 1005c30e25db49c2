package dev.rollcall.benchmarks.store;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.rollcall.benchmarks.http.ScimClient;
import dev.rollcall.benchmarks.measure.Comparison;
import dev.rollcall.benchmarks.measure.Work;
import dev.rollcall.benchmarks.report.Bar;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The last pages of all users against the first, by cursor, and by startIndex in sequence. */
final class PagesRow implements Row {
    private static final int COUNT = 100;
    private static final int MOST_PAGES = 300;
    private static final ObjectMapper JSON = new ObjectMapper();

    @Override
    public String name() {
        return "pages";
    }

    @Override
    public void measure(Site site, Figures figures) throws Exception {
        ScimClient client = site.client(site.large());
        int users = site.large().size();
        int pages = Math.min(MOST_PAGES, users / COUNT / 4);
        Bar.Pair bars = new Bar.Pair(Bar.atMost(1.5), null);
        List<String> first = cursors(client, "", pages);
        List<String> last = cursors(client, behind(client, users / COUNT - pages), pages);
        figures.ratio(
                name() + "/cursor",
                Comparison.of(
                        site.plan().warmedBy(pages),
                        i -> client.get(byCursor(last.get(i % pages))),
                        i -> client.get(byCursor(first.get(i % pages)))),
                bars);
        figures.ratio(
                name() + "/startIndex",
                Comparison.of(
                        site.plan().warmedBy(pages),
                        inSequence(client, users - pages * COUNT + 1, pages),
                        inSequence(client, 1, pages)),
                bars);
    }

    /** Cursors of so many pages, one after the other. */
    private static List<String> cursors(ScimClient client, String from, int pages) throws IOException {
        List<String> cursors = new ArrayList<>();
        String cursor = from;
        for (int i = 0; i < pages; i++) {
            cursors.add(cursor);
            cursor = next(client, cursor);
        }
        return cursors;
    }

    /** The cursor behind so many pages; the only way there is through them. */
    private static String behind(ScimClient client, int pages) throws IOException {
        String cursor = "";
        for (int i = 0; i < pages; i++) {
            cursor = next(client, cursor);
        }
        return cursor;
    }

    private static String next(ScimClient client, String cursor) throws IOException {
        return JSON.readTree(client.get(byCursor(cursor)).body())
                .path("nextCursor")
                .asText();
    }

    private static String byCursor(String cursor) {
        return "/Users?cursor=" + URLEncoder.encode(cursor, StandardCharsets.UTF_8) + "&count=" + COUNT;
    }

    /** Pages as a client reads them; the jump to the page before the first of them is not part of it. */
    private static Work inSequence(ScimClient client, int startIndex, int pages) {
        return new Work() {
            @Override
            public void prepare(int i) throws IOException {
                if (i % pages == 0 && startIndex > COUNT) {
                    client.get(byIndex(startIndex - COUNT));
                }
            }

            @Override
            public void run(int i) throws IOException {
                client.get(byIndex(startIndex + i % pages * COUNT));
            }
        };
    }

    private static String byIndex(int startIndex) {
        return "/Users?startIndex=" + startIndex + "&count=" + COUNT;
    }
}

package dev.rollcall.benchmarks.store;

import dev.rollcall.benchmarks.http.ScimClient;
import dev.rollcall.benchmarks.load.TenantData;
import dev.rollcall.benchmarks.measure.Comparison;
import dev.rollcall.benchmarks.measure.Plan;
import dev.rollcall.benchmarks.measure.Work;
import dev.rollcall.benchmarks.report.Bar;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.function.BiFunction;
import java.util.stream.IntStream;

/** One user found by id or by a filter among many, against the same users found in a database that has no others. */
final class FindRow implements Row {
    private static final Map<String, BiFunction<TenantData, Integer, String>> WAYS = new LinkedHashMap<>();

    static {
        WAYS.put("id", (tenant, place) -> "/Users/" + tenant.ids().get(place));
        WAYS.put(
                "userName",
                (tenant, place) -> filter("userName", tenant.person(place).userName()));
        WAYS.put(
                "externalId",
                (tenant, place) -> filter("externalId", tenant.person(place).externalId()));
        WAYS.put(
                "email",
                (tenant, place) -> filter("emails.value", tenant.person(place).email()));
    }

    @Override
    public String name() {
        return "find";
    }

    @Override
    public void measure(Site site, Figures figures) throws Exception {
        TenantData small = site.small();
        int[] order = IntStream.range(0, small.size()).toArray();
        Random random = new Random(site.settings().seed());
        for (int i = order.length - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            int other = order[j];
            order[j] = order[i];
            order[i] = other;
        }
        for (Map.Entry<String, BiFunction<TenantData, Integer, String>> way : WAYS.entrySet()) {
            // A filter that no index answers reads everybody; to warm up with every key would take hours.
            ScimClient client = site.client(site.large());
            long begin = System.nanoTime();
            client.get(way.getValue().apply(site.large(), 0));
            boolean quick = System.nanoTime() - begin < 1_000_000_000L;
            Plan plan = site.plan()
                    .warmedBy(quick ? order.length : 1)
                    .ofBlocks(quick ? site.settings().pairs() : 2);
            Comparison comparison = Comparison.of(
                    plan,
                    looking(client, site.large(), small.plan().stride(), way.getValue(), order),
                    looking(site.client(small), small, 1, way.getValue(), order));
            figures.ratio(name() + "/" + way.getKey(), comparison, new Bar.Pair(Bar.atMost(1.5), Bar.atMost(2.5)));
        }
    }

    private static Work looking(
            ScimClient client,
            TenantData tenant,
            int stride,
            BiFunction<TenantData, Integer, String> target,
            int[] order) {
        return i -> client.get(target.apply(tenant, order[i % order.length] * stride));
    }

    private static String filter(String path, String value) {
        return "/Users?filter=" + URLEncoder.encode(path + " eq \"" + value + "\"", StandardCharsets.UTF_8);
    }
}

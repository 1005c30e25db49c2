package dev.rollcall.benchmarks.store;

import dev.rollcall.benchmarks.http.ChildProcess;
import dev.rollcall.benchmarks.http.ScimClient;
import dev.rollcall.benchmarks.load.Bodies;
import dev.rollcall.benchmarks.measure.Comparison;
import dev.rollcall.benchmarks.measure.Plan;
import dev.rollcall.benchmarks.report.Bar;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** One PATCH of 500 members who join and 500 who leave, against 1,000 requests of one each, over HTTP. */
final class PatchHttpRow implements Row {
    private static final int HALF = 500;
    /** So many that the server answers 204 and does not write the members out. */
    private static final int STAYING = 5_000;

    private static final int MOST_PAIRS = 12;

    @Override
    public String name() {
        return "patch-http";
    }

    @Override
    public void measure(Site site, Figures figures) throws Exception {
        int cores = Runtime.getRuntime().availableProcessors();
        boolean pinned = cores > 1;
        try (ScimClient client =
                        site.server(pinned ? 1 : -1).connect(site.large().plan().tenant());
                Extras extras = new Extras(client)) {
            if (pinned) {
                ChildProcess.pin(0);
            }
            Swapping swapping = new Swapping(client, extras, site);
            Plan plan =
                    site.plan().ofBlocks(Math.min(MOST_PAIRS, site.settings().pairs()));
            Comparison comparison = Comparison.of(plan, i -> swapping.together(), i -> swapping.oneByOne());
            figures.faster(name(), comparison, new Bar.Pair(Bar.atLeast(20), Bar.atLeast(5)));
        } finally {
            if (pinned) {
                ChildProcess.unpin(cores);
            }
        }
    }

    /** Half of the users are in the group, and change places with the others each time. */
    private static final class Swapping {
        private final ScimClient client;
        private final String target;
        private List<String> inside;
        private List<String> outside;

        Swapping(ScimClient client, Extras extras, Site site) throws IOException {
            this.client = client;
            List<String> users = extras.users(2 * HALF);
            this.inside = users.subList(0, HALF);
            this.outside = users.subList(HALF, 2 * HALF);
            List<String> members = new ArrayList<>(inside);
            List<String> all = site.large().ids();
            members.addAll(all.subList(0, Math.min(STAYING, all.size() - 1)));
            this.target = "/Groups/" + extras.group(members);
        }

        private List<String> operations() {
            List<String> operations = new ArrayList<>();
            for (int i = 0; i < HALF; i++) {
                operations.add(Bodies.add(List.of(outside.get(i))));
                operations.add(Bodies.remove(inside.get(i)));
            }
            List<String> left = inside;
            inside = outside;
            outside = left;
            return operations;
        }

        void together() throws IOException {
            client.send("PATCH", target, Bodies.patch(operations()));
        }

        void oneByOne() throws IOException {
            for (String operation : operations()) {
                client.send("PATCH", target, Bodies.patch(List.of(operation)));
            }
        }
    }
}

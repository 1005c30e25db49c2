package dev.rollcall.benchmarks.store;

import dev.rollcall.benchmarks.http.LocalClient;
import dev.rollcall.benchmarks.measure.Comparison;
import dev.rollcall.benchmarks.measure.Plan;
import dev.rollcall.benchmarks.measure.Work;
import dev.rollcall.benchmarks.report.Bar;
import dev.rollcall.scim.patch.RelationDelta;
import dev.rollcall.scim.resource.Resource;
import dev.rollcall.scim.schema.ResourceType;
import dev.rollcall.scim.store.KeyFactory;
import dev.rollcall.scim.store.Scope;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** A thousand members added in one unit of work, against a thousand units of work that add one. */
final class PatchStoreRow implements Row {
    private static final int JOINING = 1_000;
    private static final int MOST_PAIRS = 12;

    @Override
    public String name() {
        return "patch-store";
    }

    @Override
    public void measure(Site site, Figures figures) throws Exception {
        LocalClient client = site.client(site.large());
        try (Extras extras = new Extras(client)) {
            Joining joining =
                    new Joining(site.node(site.large()), client.caller().scope(), extras.group(List.of()));
            Set<String> users = Set.copyOf(extras.users(JOINING));
            Plan plan =
                    site.plan().ofBlocks(Math.min(MOST_PAIRS, site.settings().pairs()));
            Comparison comparison = Comparison.of(
                    plan,
                    emptied(joining, () -> joining.change(new RelationDelta(false, Set.of(), users))),
                    emptied(joining, () -> {
                        for (String user : users) {
                            joining.change(new RelationDelta(false, Set.of(), Set.of(user)));
                        }
                    }));
            figures.faster(name(), comparison, new Bar.Pair(Bar.atLeast(8), null));
        }
    }

    private static Work emptied(Joining joining, Runnable change) {
        return new Work() {
            @Override
            public void run(int i) {
                change.run();
            }

            @Override
            public void restore(int i) {
                joining.change(RelationDelta.replaceAll(Set.of()));
            }
        };
    }

    /** What the protocol asks of the store for a PATCH of members. */
    private record Joining(Node node, Scope scope, String group) {
        void change(RelationDelta delta) {
            ResourceType type = node.type("Group");
            node.store().write(unit -> {
                Resource before = unit.resources().lock(scope, type, group).orElseThrow();
                unit.memberships().orElseThrow().apply(scope, group, delta);
                Resource after = before.withMeta(before.meta().modified(Instant.now()));
                return unit.resources()
                        .replace(
                                scope,
                                KeyFactory.standard().stored(after),
                                before.meta().version());
            });
        }
    }
}

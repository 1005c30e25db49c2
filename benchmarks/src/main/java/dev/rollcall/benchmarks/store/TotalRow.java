package dev.rollcall.benchmarks.store;

import dev.rollcall.benchmarks.measure.Comparison;
import dev.rollcall.benchmarks.report.Bar;
import dev.rollcall.scim.resource.Resource;
import dev.rollcall.scim.schema.ResourceType;
import dev.rollcall.scim.store.Scope;
import dev.rollcall.scim.store.StoreQuery;
import dev.rollcall.scim.store.UnitOfWork;
import java.util.stream.Stream;

/** The first page out of the store with the total, against the page alone. */
final class TotalRow implements Row {
    private static final int COUNT = 100;

    @Override
    public String name() {
        return "total";
    }

    @Override
    public void measure(Site site, Figures figures) throws Exception {
        Node node = site.node(site.large());
        Scope scope = site.client(site.large()).caller().scope();
        ResourceType type = node.type("User");
        Comparison comparison = Comparison.of(
                site.plan(),
                i -> node.store().read(unit -> {
                    page(unit, scope, type);
                    return unit.resources().count(scope, StoreQuery.all(type));
                }),
                i -> node.store().read(unit -> page(unit, scope, type)));
        figures.ratio(name(), comparison, new Bar.Pair(Bar.atMost(1.5), null));
    }

    private static long page(UnitOfWork unit, Scope scope, ResourceType type) {
        try (Stream<Resource> page =
                unit.resources().query(scope, StoreQuery.all(type).page(0, COUNT))) {
            return page.filter(resource -> !resource.id().isEmpty()).count();
        }
    }
}

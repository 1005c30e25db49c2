package dev.rollcall.benchmarks.store;

import dev.rollcall.benchmarks.load.Progress;
import dev.rollcall.benchmarks.report.Bar;
import java.io.IOException;
import java.util.Map;

/** How fast users and memberships were loaded, at the end against the beginning; measured when they were. */
final class LoadRow implements Row {
    @Override
    public String name() {
        return "load";
    }

    @Override
    public void measure(Site site, Figures figures) throws IOException {
        put(site, figures, "users", site.large().users());
        put(site, figures, "memberships", site.large().memberships());
    }

    private void put(Site site, Figures figures, String what, Progress.Rates rates) throws IOException {
        figures.ratio(
                name() + "/" + what,
                rates.endAgainstStart(),
                new Bar.Pair(Bar.atLeast(0.7), null),
                Map.of(
                        "total", rates.total(),
                        "seconds", rates.seconds(),
                        "perSecond", rates.total() / rates.seconds(),
                        "fsync", site.large().fsync()));
    }
}

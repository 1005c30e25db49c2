package dev.rollcall.scim.testkit.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
import org.junit.platform.launcher.listeners.TestExecutionSummary;

/** The contract is worth something: a store that is right passes it, and none does that is wrong. */
class FlawedStoresTest {
    @Test
    void the_store_without_a_flaw_passes_every_test() {
        TestExecutionSummary summary =
                run(Flaw.NONE, List.of(DiscoverySelectors.selectClass(FlawedStoreContract.class)));

        assertThat(summary.getFailures()).isEmpty();
        assertThat(summary.getTestsSucceededCount()).isGreaterThan(100);
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NONE")
    void each_test_that_is_about_a_flaw_fails_for_a_store_that_has_it(Flaw flaw) {
        TestExecutionSummary summary =
                run(flaw, flaw.tests().stream().map(FlawedStoresTest::test).toList());
        Set<String> failed = summary.getFailures().stream()
                .map(failure -> failure.getTestIdentifier().getLegacyReportingName())
                .map(name -> name.replaceAll("\\(.*", ""))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(failed).isEqualTo(new TreeSet<>(flaw.tests()));
    }

    private static DiscoverySelector test(String name) {
        return Stream.of(FlawedStoreContract.class.getMethods())
                .filter(method -> method.getName().equals(name))
                .map(method -> DiscoverySelectors.selectMethod(FlawedStoreContract.class, method))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No contract has the test " + name));
    }

    private static TestExecutionSummary run(Flaw flaw, List<? extends DiscoverySelector> selectors) {
        SummaryGeneratingListener listener = new SummaryGeneratingListener();
        LauncherFactory.create()
                .execute(
                        LauncherDiscoveryRequestBuilder.request()
                                .selectors(selectors)
                                .configurationParameter(FlawedStoreContract.FLAW, flaw.name())
                                .build(),
                        listener);
        return listener.getSummary();
    }
}

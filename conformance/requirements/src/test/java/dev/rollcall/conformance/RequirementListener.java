package dev.rollcall.conformance;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.TestTag;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;

/** Writes down which tests with the id of a requirement as their tag passed, and which did not. */
public final class RequirementListener implements TestExecutionListener {
    static final Path FILE = Path.of("target", "requirement-tests.json");

    private final Map<String, SortedSet<String>> passed = new TreeMap<>();
    private final Map<String, SortedSet<String>> failed = new TreeMap<>();
    private TestPlan plan = null;

    @Override
    public void testPlanExecutionStarted(TestPlan testPlan) {
        this.plan = testPlan;
    }

    @Override
    public synchronized void executionFinished(TestIdentifier test, TestExecutionResult result) {
        boolean success = result.getStatus() == TestExecutionResult.Status.SUCCESSFUL;
        if (success && !test.isTest()) {
            return;
        }
        // A container that fails, say in its set-up, fails what is in it.
        Map<String, SortedSet<String>> into = success ? passed : failed;
        for (String id : ids(test)) {
            into.computeIfAbsent(id, key -> new TreeSet<>()).add(name(test));
        }
    }

    @Override
    public synchronized void testPlanExecutionFinished(TestPlan testPlan) {
        if (passed.isEmpty() && failed.isEmpty()) {
            // The report itself runs as a test, and must not wipe out what it reports.
            return;
        }
        failed.forEach((id, names) -> passed.getOrDefault(id, new TreeSet<>()).removeAll(names));
        try {
            Files.createDirectories(FILE.getParent());
            Files.writeString(FILE, new ObjectMapper().writeValueAsString(Map.of("passed", passed, "failed", failed)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Set<String> ids(TestIdentifier test) {
        Set<String> ids = new TreeSet<>();
        for (Optional<TestIdentifier> at = Optional.of(test); at.isPresent(); at = at.flatMap(plan::getParent)) {
            at.get().getTags().stream()
                    .map(TestTag::getName)
                    .filter(tag -> tag.matches("(R|IOP|IPSIE|DEC)-.+"))
                    .forEach(ids::add);
        }
        return ids;
    }

    /** The method, whichever of its invocations this is. */
    private String name(TestIdentifier test) {
        for (Optional<TestIdentifier> at = Optional.of(test); at.isPresent(); at = at.flatMap(plan::getParent)) {
            if (at.get().getSource().orElse(null) instanceof MethodSource method) {
                return simple(method.getClassName()) + "." + method.getMethodName();
            }
            if (at.get().getSource().orElse(null) instanceof ClassSource type) {
                return simple(type.getClassName()) + "." + test.getDisplayName();
            }
        }
        return test.getDisplayName();
    }

    private static String simple(String className) {
        return className.substring(className.lastIndexOf('.') + 1).replace('$', ' ');
    }
}

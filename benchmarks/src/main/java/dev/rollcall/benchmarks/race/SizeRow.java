package dev.rollcall.benchmarks.race;

import dev.rollcall.benchmarks.report.Bar;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The jars that a host gets: the library with all that it pulls in, as Maven resolves it. Needs Maven, and the built core. */
final class SizeRow {
    private static final double MEGABYTE = 1e6;
    private static final Map<String, String> OTHERS = Map.of(
            "unboundid", "com.unboundid.product.scim2:scim2-sdk-common:5.0.0",
            "scim-sdk", "de.captaingoldfish:scim-sdk-server:1.30.0",
            "scimple", "org.apache.directory.scimple:scim-core:1.0.0-M1");

    private SizeRow() {}

    static void run(Results results) throws IOException, InterruptedException {
        Path work = Files.createTempDirectory("rollcall-sizes");
        Map<String, Object> costs = new LinkedHashMap<>();
        double smallest = Double.MAX_VALUE;
        for (Map.Entry<String, String> other : OTHERS.entrySet()) {
            double size = size(work.resolve(other.getKey()), List.of(other.getValue()));
            costs.put(other.getKey(), megabytes(size));
            smallest = Math.min(smallest, size);
        }
        double ours = core() + size(work.resolve("rollcall"), corePullsIn());
        costs.put("rollcall", megabytes(ours));
        results.exact("size", ours / MEGABYTE, "MB", Bar.atMost(1.2), Map.of("against", "1.2 MB", "costs", costs));
        results.exact(
                "size/smallest",
                smallest / ours,
                "x",
                Bar.atLeast(1),
                Map.of("against", "the smallest other", "costs", costs));
    }

    private static String megabytes(double bytes) {
        return RaceTable.number(bytes / MEGABYTE) + " MB";
    }

    /** The module is not in any repository yet. */
    private static double core() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("scim-core/target"))) {
            Path jar = files.filter(
                            file -> file.getFileName().toString().matches("scim-core-[^a-z]*(-SNAPSHOT)?\\.jar"))
                    .findFirst()
                    .orElseThrow(() -> new IOException("scim-core is not packaged"));
            return Files.size(jar);
        }
    }

    /** What scim-core/pom.xml has in the scopes that a host gets. */
    private static List<String> corePullsIn() {
        String jackson = com.fasterxml.jackson.core.json.PackageVersion.VERSION.toString();
        return List.of("com.fasterxml.jackson.core:jackson-core:" + jackson, "org.jspecify:jspecify:1.0.1");
    }

    private static double size(Path work, List<String> coordinates) throws IOException, InterruptedException {
        Files.createDirectories(work);
        StringBuilder dependencies = new StringBuilder();
        for (String coordinate : coordinates) {
            String[] parts = coordinate.split(":");
            dependencies.append(
                    "<dependency><groupId>%s</groupId><artifactId>%s</artifactId><version>%s</version></dependency>"
                            .formatted((Object[]) parts));
        }
        Files.writeString(work.resolve("pom.xml"), """
                <project><modelVersion>4.0.0</modelVersion>
                <groupId>sizes</groupId><artifactId>sizes</artifactId><version>1</version>
                <dependencies>%s</dependencies></project>
                """.formatted(dependencies));
        Process maven = new ProcessBuilder(
                        "mvn",
                        "-q",
                        "-B",
                        "-f",
                        work.resolve("pom.xml").toString(),
                        "dependency:copy-dependencies",
                        "-DincludeScope=runtime",
                        "-DoutputDirectory=" + work.resolve("jars"))
                .redirectErrorStream(true)
                .redirectOutput(work.resolve("maven.log").toFile())
                .start();
        if (maven.waitFor() != 0) {
            throw new IOException("Maven does not resolve " + coordinates + ": " + work.resolve("maven.log"));
        }
        try (Stream<Path> jars = Files.walk(work.resolve("jars"))) {
            double size = 0;
            for (Path jar : jars.filter(Files::isRegularFile)
                    .sorted(Comparator.naturalOrder())
                    .toList()) {
                size += Files.size(jar);
            }
            return size;
        }
    }
}

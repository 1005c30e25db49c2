package dev.rollcall.examples.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The one jar that users get, which has lost or mixed up parts in ways that the classes do not show. */
class PackagedJarIT {
    private static final Path JAR = Path.of(System.getProperty("rollcall.jar"));

    @TempDir
    private Path folder;

    @Test
    void the_jar_serves_from_its_database_and_complains_about_nothing() throws Exception {
        try (Program program = Program.ofJar(JAR, folder, "--port", "0")) {
            String authorization = "Bearer " + program.value("Bearer token");
            assertThat(Http.createUser(program.baseUrl(), authorization, "ada").statusCode())
                    .isEqualTo(201);
            assertThat(Http.get(program.baseUrl() + "/Users", authorization).body())
                    .contains("\"totalResults\":1");
            program.stop();
        }
    }

    @Test
    void the_jar_is_no_module_and_is_not_signed() throws Exception {
        try (JarFile jar = new JarFile(JAR.toFile())) {
            assertThat(jar.stream().map(ZipEntry::getName))
                    .noneMatch(name -> name.endsWith("module-info.class"))
                    .noneMatch(name -> name.matches("META-INF/.*\\.(SF|RSA|DSA)"))
                    .contains("META-INF/services/org.slf4j.spi.SLF4JServiceProvider");
        }
    }
}

package dev.rollcall.scim.jdbi;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A file of SQL that brings the tables one version further.
 *
 * @param version from 1, without gaps
 * @param name the file's name without its ending
 */
record Migration(int version, String name, String sql) {
    /** The same names in each dialect's folder. Released files never change: what is new comes in a new file. */
    static final List<String> NAMES = List.of("V1__resources", "V2__memberships", "V3__shared", "V4__provisioning");

    static List<Migration> of(Dialect dialect) {
        return IntStream.range(0, NAMES.size())
                .mapToObj(i -> new Migration(i + 1, NAMES.get(i), read(dialect, NAMES.get(i))))
                .toList();
    }

    private static String read(Dialect dialect, String name) {
        String resource = "/rollcall-migrations/" + dialect.folder() + "/" + name + ".sql";
        try (InputStream in = Migration.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("Missing from the jar: " + resource);
            }
            // A checkout may have changed the line ends, which makes it no other file.
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String checksum() {
        return KeyText.sha256(sql);
    }

    /** The statements, each of which ends with a semicolon at the end of a line. */
    List<String> statements() {
        return Arrays.stream(sql.split(";\\s*\n")).filter(s -> !s.isBlank()).toList();
    }
}

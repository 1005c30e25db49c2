package dev.rollcall.examples.server;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where a server keeps its data, and how that is called for people. Immutable. */
public sealed interface DataPlace {
    /** Nothing outlives the server. */
    record Memory() implements DataPlace {
        @Override
        public String toString() {
            return "memory";
        }
    }

    /** A database in files, and the credentials beside it; for one server at a time. */
    record Folder(Path path) implements DataPlace {
        @Override
        public String toString() {
            return path.toString();
        }
    }

    /**
     * A database that several servers may share.
     *
     * @param url its JDBC URL, of which the part with the parameters is a secret
     * @param user whom to log in as, if the URL does not say; null leaves it to the driver
     * @param password the password, if the URL does not say; null leaves it to the driver
     */
    record Database(
            String url, @Nullable String user, @Nullable String password) implements DataPlace {
        boolean isPostgresql() {
            return url.startsWith(POSTGRESQL);
        }

        /** Without the parameters, one of which may be the password. */
        @Override
        public String toString() {
            return url.replaceFirst("[?;].*", "").replaceFirst("//[^/]*@", "//");
        }
    }

    /** How the URLs of PostgreSQL begin. */
    String POSTGRESQL = "jdbc:postgresql:";

    /** How the URLs of H2 begin. */
    String H2 = "jdbc:h2:";

    /**
     * Reads the value of an option.
     *
     * @param environment where {@code PGUSER} and {@code PGPASSWORD} may be, which psql reads too
     */
    static DataPlace of(String option, String value, Map<String, String> environment) {
        if (value.equals("memory")) {
            return new Memory();
        }
        if (value.startsWith(POSTGRESQL)) {
            return new Database(
                    value,
                    parameter(value, "user").isPresent() ? null : environment.get("PGUSER"),
                    parameter(value, "password").isPresent() ? null : environment.get("PGPASSWORD"));
        }
        if (value.startsWith(H2)) {
            return new Database(value, null, null);
        }
        if (value.startsWith("jdbc:")) {
            throw new UsageException(option + " is a URL of " + value.replaceFirst("(jdbc:[^:/?;]*).*", "$1")
                    + "; it must be one of " + POSTGRESQL + " or " + H2);
        }
        return folder(option, value);
    }

    private static Optional<String> parameter(String url, String name) {
        for (String parameter : url.replaceFirst("[^?]*\\??", "").split("&")) {
            if (parameter.startsWith(name + "=")) {
                return Optional.of(parameter.substring(name.length() + 1));
            }
        }
        return Optional.empty();
    }

    private static Folder folder(String option, String value) {
        Path folder = OptionValues.path(option, value).toAbsolutePath().normalize();
        if (folder.toString().indexOf(';') >= 0) {
            throw new UsageException(option + " is \"" + value + "\"; H2 takes no folder with a semicolon in its path");
        }
        if (Files.exists(folder) && !Files.isDirectory(folder)) {
            throw new UsageException(
                    option + " is \"" + value + "\", which is a file; it must be a folder, or: memory");
        }
        return new Folder(folder);
    }
}

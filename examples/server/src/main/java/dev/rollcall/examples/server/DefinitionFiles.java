package dev.rollcall.examples.server;

import dev.rollcall.scim.schema.InvalidSchemaException;
import dev.rollcall.scim.schema.ResourceTypeBundle;
import dev.rollcall.scim.schema.Schema;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.util.function.Function;

/** Reads the files of schemas and resource types that the command line names. */
final class DefinitionFiles {
    private DefinitionFiles() {}

    static Schema schema(String file) {
        return read("--extension", file, "a schema (RFC 7643 section 7)", Schema::parse);
    }

    static ResourceTypeBundle resourceType(String file) {
        return read(
                "--resource-type",
                file,
                "a resource type with its schemas, {\"resourceType\": …, \"schemas\": […]}",
                ResourceTypeBundle::parse);
    }

    private static <T> T read(String option, String file, String wanted, Function<InputStream, T> parse) {
        try {
            return parse.apply(new ByteArrayInputStream(Files.readAllBytes(OptionValues.path(option, file))));
        } catch (NoSuchFileException e) {
            throw new UsageException(option + ": there is no file " + file);
        } catch (IOException e) {
            throw new UsageException(option + ": " + file + " cannot be read: " + e.getMessage());
        } catch (InvalidSchemaException e) {
            throw new UsageException(option + ": " + file + " is not " + wanted + ": " + e.getMessage());
        }
    }
}

package dev.rollcall.examples.server;

import dev.rollcall.scim.provisioning.provider.SecretHash;
import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;

/** The file in the data folder that keeps the hashes of the credentials. */
final class CredentialsFile implements KeptCredentials {
    private static final String NAME = "credentials.properties";
    private static final String TOKEN = "token.sha256";
    private static final String USER = "user";
    private static final String PASSWORD = "password.sha256";

    private final Path file;

    CredentialsFile(Path folder) {
        this.file = folder.resolve(NAME);
    }

    Path path() {
        return file;
    }

    @Override
    public String place() {
        return file.toString();
    }

    @Override
    public Optional<ApiCredentials> read() {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        Properties kept = new Properties();
        try (Reader in = Files.newBufferedReader(file)) {
            kept.load(in);
            return Optional.of(new ApiCredentials(
                    SecretHash.ofHex(kept.getProperty(TOKEN, "")),
                    kept.getProperty(USER, ""),
                    SecretHash.ofHex(kept.getProperty(PASSWORD, ""))));
        } catch (IOException | IllegalArgumentException e) {
            throw new StartException(
                    "The credentials in " + file + " cannot be read; delete the file to have new ones made", e);
        }
    }

    /** There is no other server: the folder is in use by this one. */
    @Override
    public boolean keep(ApiCredentials credentials) {
        Properties kept = new Properties();
        kept.setProperty(TOKEN, credentials.token().hex());
        kept.setProperty(USER, credentials.user());
        kept.setProperty(PASSWORD, credentials.password().hex());
        try {
            StringWriter text = new StringWriter();
            kept.store(text, "Hashes of the API credentials; delete this file to have new ones made");
            OwnerOnly.write(file, text.toString());
            return true;
        } catch (IOException e) {
            throw new StartException("The credentials cannot be kept in " + file + ": " + e.getMessage(), e);
        }
    }
}

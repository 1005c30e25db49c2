package dev.rollcall.examples.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;

/** The file in the data folder that keeps the key of cursors, so that a walk goes on after a restart. */
final class CursorKeyFile {
    private static final String NAME = "cursor.key";
    private static final int BYTES = 32;

    private final Path file;

    CursorKeyFile(Path folder) {
        this.file = folder.resolve(NAME);
    }

    Path path() {
        return file;
    }

    /**
     * The key that is kept, or a new one, which is kept from now on.
     *
     * @throws StartException if it cannot be read or kept
     */
    byte[] key() {
        return Files.exists(file) ? read() : make();
    }

    private byte[] read() {
        try {
            byte[] key = HexFormat.of().parseHex(Files.readString(file).strip());
            if (key.length != BYTES) {
                throw new IllegalArgumentException("A key has " + BYTES + " bytes, not " + key.length);
            }
            return key;
        } catch (IOException | IllegalArgumentException e) {
            // Without the cause, which shows characters of the key.
            throw new StartException(
                    "The key of cursors in " + file + " cannot be read; delete the file to have a new one made");
        }
    }

    private byte[] make() {
        byte[] key = new byte[BYTES];
        new SecureRandom().nextBytes(key);
        try {
            OwnerOnly.write(file, HexFormat.of().formatHex(key) + "\n");
            return key;
        } catch (IOException e) {
            throw new StartException("The key of cursors cannot be kept in " + file + ": " + e.getMessage(), e);
        }
    }
}

package dev.rollcall.examples.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/** Keeps what is about people from the other users of the machine, where its file system can. */
final class OwnerOnly {
    private OwnerOnly() {}

    static void folder(Path folder) throws IOException {
        allow(folder, "rwx------");
    }

    static void file(Path file) throws IOException {
        allow(file, "rw-------");
    }

    private static void allow(Path path, String permissions) throws IOException {
        if (path.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(permissions));
        }
    }
}

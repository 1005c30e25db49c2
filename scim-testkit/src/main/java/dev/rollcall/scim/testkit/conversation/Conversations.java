package dev.rollcall.scim.testkit.conversation;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Finds conversations: the bundled ones, and a user's own in the same file format. */
public final class Conversations {
    private static final String INDEX = "index.txt";

    private Conversations() {}

    /** The bundled conversations, by number. */
    public static List<Conversation> all() {
        // A jar cannot list its folders; the index can.
        var names = new String(resource(INDEX), StandardCharsets.UTF_8);
        return distinct(names.lines()
                .map(name -> ConversationReader.read(resource(name), name))
                .toList());
    }

    /**
     * The conversation of a file, or those of all {@code .json} files that lie directly in a folder, by number.
     *
     * @throws ConversationFormatException if a file is not in the format, or two have one number
     * @throws IOException if a file cannot be read
     */
    public static List<Conversation> in(Path fileOrFolder) throws IOException {
        if (!Files.isDirectory(fileOrFolder)) {
            return List.of(read(fileOrFolder));
        }
        try (var files = Files.list(fileOrFolder)) {
            var paths = files.filter(file -> file.toString().endsWith(".json")).toList();
            return distinct(paths.stream().map(Conversations::readUnchecked).toList());
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static Conversation read(Path file) throws IOException {
        return ConversationReader.read(Files.readAllBytes(file), String.valueOf(file.getFileName()));
    }

    private static Conversation readUnchecked(Path file) {
        try {
            return read(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Conversation> distinct(List<Conversation> conversations) {
        Map<Integer, Conversation> byNumber = new HashMap<>();
        for (Conversation each : conversations) {
            var other = byNumber.put(each.number(), each);
            if (other != null) {
                throw new ConversationFormatException("two conversations have one number: " + other + ", " + each);
            }
        }
        return conversations.stream()
                .sorted(Comparator.comparingInt(Conversation::number))
                .toList();
    }

    private static byte[] resource(String name) {
        try (InputStream in = Conversations.class.getResourceAsStream("cases/" + name)) {
            if (in == null) {
                throw new IllegalStateException("the testkit's jar lacks the conversation " + name);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

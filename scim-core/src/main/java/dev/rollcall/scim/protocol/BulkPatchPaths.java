package dev.rollcall.scim.protocol;

import dev.rollcall.scim.json.JsonCopy;
import java.util.ArrayList;
import java.util.List;

/** Notes the paths of the operations of a PATCH, in their order. Not thread-safe. */
final class BulkPatchPaths implements JsonCopy.Edit {
    /** Where {@code path} and {@code value} stand: in the message, the list, the operation. */
    static final int IN_OPERATION = 3;

    private final List<String> paths = new ArrayList<>();

    /** The path of each operation; empty for one without. */
    List<String> found() {
        return paths;
    }

    @Override
    public void opened(int depth) {
        if (depth == IN_OPERATION) {
            paths.add("");
        }
    }

    @Override
    public String name(String name) {
        return name;
    }

    @Override
    public String string(String text, String member, int depth) {
        if (depth == IN_OPERATION && member.equalsIgnoreCase("path")) {
            paths.set(paths.size() - 1, text);
        }
        return text;
    }
}

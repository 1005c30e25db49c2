package dev.rollcall.benchmarks.libraries;

import dev.rollcall.benchmarks.contest.Library;
import java.util.List;

/** Everybody who is compared. */
public final class Libraries {
    /** The name of Rollcall. */
    public static final String ROLLCALL = "rollcall";

    /** The name of what is written by hand. */
    public static final String LIMIT = "limit";

    private static final List<Library> ALL =
            List.of(new RollcallLibrary(), new UnboundId(), new ScimSdk(), new Scimple(), new JacksonLimit());

    private Libraries() {}

    /** All, Rollcall first and the limit last. */
    public static List<Library> all() {
        return ALL;
    }

    /** The one of that name. */
    public static Library of(String name) {
        return ALL.stream()
                .filter(library -> library.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no library " + name));
    }
}

package dev.rollcall.examples.server;

import dev.rollcall.scim.codec.Quirk;
import dev.rollcall.scim.protocol.Options;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The behaviours that {@code --option} switches on. */
final class Behaviour {
    /** Switches nothing on, and off what an earlier start has switched on. */
    private static final String DEFAULT = "default";

    private static final String STRICT = "strict";
    private static final String INTEROP = "interop";
    private static final String UNIQUE_GROUPS = "uniqueGroupDisplayName";
    private static final String KNOWN_MEMBERS = "strictMemberReferences";
    /** Switches nothing on, but lets scripts hand over all that a conversation of the testkit requires. */
    private static final String EXTENDED = "customExtension";

    private Behaviour() {}

    /**
     * The default with these on; {@code strict} or {@code interop} is the start for the others wherever it stands.
     *
     * @param extended whether there is an extension
     */
    static Options of(List<String> names, boolean extended) {
        if (names.contains(EXTENDED) && !extended) {
            throw new UsageException("--option " + EXTENDED + " needs an --extension FILE too");
        }
        if (names.contains(STRICT) && names.contains(INTEROP)) {
            throw new UsageException("--option " + STRICT + " and --option " + INTEROP + " are two profiles; take one");
        }
        Options options = start(names);
        for (String name : names) {
            options = with(options, name);
        }
        return options;
    }

    private static Options start(List<String> names) {
        if (names.contains(INTEROP)) {
            return Options.INTEROP;
        }
        return names.contains(STRICT) ? Options.STRICT : Options.DEFAULT;
    }

    private static Options with(Options options, String name) {
        return switch (name) {
            case DEFAULT, STRICT, INTEROP, EXTENDED -> options;
            case UNIQUE_GROUPS -> options.withUniqueGroupDisplayName(true);
            case KNOWN_MEMBERS -> options.withStrictMemberReferences(true);
            default -> options.withTolerance(options.tolerance().with(quirk(name)));
        };
    }

    private static Quirk quirk(String name) {
        return Quirk.ofOption(name)
                .orElseThrow(() -> new UsageException(
                        "--option does not know \"" + name + "\"; it knows " + String.join(", ", names())));
    }

    /** All of them, in the order for people. */
    static List<String> names() {
        List<String> names = new ArrayList<>(List.of(DEFAULT, STRICT, INTEROP, UNIQUE_GROUPS, KNOWN_MEMBERS, EXTENDED));
        Arrays.stream(Quirk.values()).map(Quirk::option).sorted().forEach(names::add);
        return names;
    }
}

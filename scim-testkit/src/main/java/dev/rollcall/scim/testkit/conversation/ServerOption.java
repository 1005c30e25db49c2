package dev.rollcall.scim.testkit.conversation;

import java.util.Arrays;
import java.util.Optional;

/** An option that a server may have and that some conversations need; without it they are skipped. */
public enum ServerOption {
    /** A second Group with the displayName of another is refused with 409. */
    UNIQUE_GROUP_DISPLAY_NAME("uniqueGroupDisplayName"),
    /** A group member whose id is unknown is refused. */
    STRICT_MEMBER_REFERENCES("strictMemberReferences"),
    /** The extension schemas of {@link Conversation#config()} are known to the server. */
    CUSTOM_EXTENSION("customExtension"),
    /** A PATCH value may be a JSON document inside a string. */
    LENIENT_JSON_STRING_VALUE("lenientJsonStringValue");

    private final String key;

    ServerOption(String key) {
        this.key = key;
    }

    /** As conversation files and the command line write it. */
    public String key() {
        return key;
    }

    /** The option that is written {@code key}, in exactly this case. */
    public static Optional<ServerOption> of(String key) {
        return Arrays.stream(values()).filter(option -> option.key.equals(key)).findAny();
    }

    @Override
    public String toString() {
        return key;
    }
}

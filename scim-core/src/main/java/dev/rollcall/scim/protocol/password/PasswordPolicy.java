package dev.rollcall.scim.protocol.password;

import dev.rollcall.scim.resource.Collation;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What a password must be like before the host's handler sees it (RFC 7643 §4.1.1, RFC 7644 §7.7). Immutable;
 * thread-safe if its rules are.
 */
public final class PasswordPolicy {
    /** 8 to 256 code points, without the user name. */
    public static final PasswordPolicy DEFAULT = builder().build();

    /** A shorter name stands in many passwords by chance. */
    private static final int SHORTEST_NAME = 4;

    private record Rule(String reason, Predicate<Password> allows) {}

    private final int minLength;
    private final int maxLength;
    private final boolean mayContainUserName;
    private final List<Rule> rules;

    private PasswordPolicy(Builder from) {
        this.minLength = from.minLength;
        this.maxLength = from.maxLength;
        this.mayContainUserName = from.mayContainUserName;
        this.rules = List.copyOf(from.rules);
    }

    /** Starts with the default. */
    public static Builder builder() {
        return new Builder();
    }

    /** Why the password is not allowed, as the rest of a sentence that begins with it; empty if it is allowed. */
    public Optional<String> refusal(Password password, String userName) {
        int length = password.length();
        if (length < minLength) {
            return Optional.of("must have at least " + minLength + " characters");
        }
        if (length > maxLength) {
            return Optional.of("must have at most " + maxLength + " characters");
        }
        if (!mayContainUserName && contains(password, userName)) {
            return Optional.of("must not contain the user name");
        }
        return rules.stream()
                .filter(rule -> !rule.allows().test(password))
                .map(Rule::reason)
                .findFirst();
    }

    private static boolean contains(Password password, String userName) {
        String text = Collation.key(password.text(), false);
        String name = Collation.key(userName, false);
        int at = name.indexOf('@');
        return containsName(text, name) || (at > 0 && containsName(text, name.substring(0, at)));
    }

    private static boolean containsName(String text, String name) {
        return name.codePointCount(0, name.length()) >= SHORTEST_NAME && text.contains(name);
    }

    /** Collects what a password must be like. Not thread-safe. */
    public static final class Builder {
        private final List<Rule> rules = new ArrayList<>();
        private int minLength = 8;
        private int maxLength = 256;
        private boolean mayContainUserName;

        private Builder() {}

        /** How many code points a password has at least; default 8. */
        public Builder minLength(int codePoints) {
            this.minLength = codePoints;
            return this;
        }

        /** How many code points a password has at most, which bounds the cost of hashing it; default 256. */
        public Builder maxLength(int codePoints) {
            this.maxLength = codePoints;
            return this;
        }

        /** Whether a password may contain the user name, or its part before an {@code @}; default false. */
        public Builder mayContainUserName(boolean may) {
            this.mayContainUserName = may;
            return this;
        }

        /**
         * Adds a rule.
         *
         * @param reason what the client is told, such as {@code must not be a word of a dictionary}
         * @param allows whether a password obeys the rule
         */
        public Builder rule(String reason, Predicate<Password> allows) {
            rules.add(new Rule(Objects.requireNonNull(reason), Objects.requireNonNull(allows)));
            return this;
        }

        /**
         * The policy.
         *
         * @throws IllegalArgumentException if no length is allowed
         */
        public PasswordPolicy build() {
            if (minLength < 1 || maxLength < minLength) {
                throw new IllegalArgumentException(
                        "A password has at least 1 character, and at most no fewer than at least");
            }
            return new PasswordPolicy(this);
        }
    }
}

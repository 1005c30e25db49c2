package dev.rollcall.scim.servlet;

import java.util.Objects;

/** What a client proves itself with. Immutable; {@code toString} masks what is secret. */
public sealed interface Credential {
    /**
     * A token, that of {@code Authorization: Bearer …} (RFC 6750).
     *
     * @param secret the token, not empty
     */
    record Token(String secret) implements Credential {
        /** Checks that the token is there. */
        public Token {
            Objects.requireNonNull(secret);
        }

        @Override
        public String toString() {
            return "Token[***]";
        }
    }

    /**
     * A user name and a password, those of {@code Authorization: Basic …} (RFC 7617).
     *
     * @param user without a colon; may be empty
     * @param password may be empty
     */
    record UserPassword(String user, String password) implements Credential {
        /** Checks that both are there. */
        public UserPassword {
            Objects.requireNonNull(user);
            Objects.requireNonNull(password);
        }

        @Override
        public String toString() {
            return "UserPassword[" + user + ", ***]";
        }
    }
}

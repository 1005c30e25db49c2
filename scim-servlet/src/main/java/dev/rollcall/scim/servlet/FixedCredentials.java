package dev.rollcall.scim.servlet;

import dev.rollcall.scim.protocol.Caller;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A few credentials that never change, for tests and examples; only their hashes are kept. Immutable and thread-safe.
 * Takes the same time for every credential, whether its user name is known or not.
 */
public final class FixedCredentials implements CredentialVerifier {
    /** @param user the hash of the user name; null for a token */
    private record Entry(@Nullable SecretHash user, SecretHash secret, Caller caller) {}

    private final List<Entry> entries;

    private FixedCredentials(List<Entry> entries) {
        this.entries = List.copyOf(entries);
    }

    /** Starts with no credentials. */
    public static Builder builder() {
        return new Builder();
    }

    @Override
    public Optional<Caller> verify(Credential credential) {
        SecretHash user = null;
        SecretHash secret;
        if (credential instanceof Credential.UserPassword basic) {
            user = SecretHash.of(basic.user());
            secret = SecretHash.of(basic.password());
        } else {
            secret = SecretHash.of(((Credential.Token) credential).secret());
        }
        Caller caller = null;
        for (Entry entry : entries) {
            // Without a short cut, and to the end of the list: time must not tell which part was right.
            if (sameUser(entry.user, user) & entry.secret.matches(secret)) {
                caller = entry.caller;
            }
        }
        return Optional.ofNullable(caller);
    }

    private static boolean sameUser(@Nullable SecretHash known, @Nullable SecretHash given) {
        return known == null || given == null ? known == given : known.matches(given);
    }

    /** Collects credentials. Not thread-safe. */
    public static final class Builder {
        private final List<Entry> entries = new ArrayList<>();

        private Builder() {}

        /** Adds a token. */
        public Builder token(String secret, Caller caller) {
            return token(SecretHash.of(secret), caller);
        }

        /** Adds a token of which only the hash is known. */
        public Builder token(SecretHash secret, Caller caller) {
            entries.add(new Entry(null, secret, Objects.requireNonNull(caller)));
            return this;
        }

        /** Adds a user name and its password. */
        public Builder userPassword(String user, String password, Caller caller) {
            return userPassword(user, SecretHash.of(password), caller);
        }

        /** Adds a user name, and its password of which only the hash is known. */
        public Builder userPassword(String user, SecretHash password, Caller caller) {
            entries.add(new Entry(SecretHash.of(user), password, Objects.requireNonNull(caller)));
            return this;
        }

        /** The verifier. */
        public FixedCredentials build() {
            return new FixedCredentials(entries);
        }
    }
}

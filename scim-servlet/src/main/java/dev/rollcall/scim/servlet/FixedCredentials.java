package dev.rollcall.scim.servlet;

import dev.rollcall.scim.protocol.Caller;
import dev.rollcall.scim.provisioning.provider.SecretHash;
import java.time.Instant;
import java.time.InstantSource;
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
    private record Entry(@Nullable SecretHash user, SecretHash secret, Caller caller, Instant expires) {}

    private final List<Entry> entries;
    private final InstantSource clock;

    private FixedCredentials(List<Entry> entries, InstantSource clock) {
        this.entries = List.copyOf(entries);
        this.clock = clock;
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
        Instant now = clock.instant();
        Caller caller = null;
        for (Entry entry : entries) {
            // Without a short cut, and to the end of the list: time must not tell which part was right.
            if (sameUser(entry.user, user) & entry.secret.matches(secret) & now.isBefore(entry.expires)) {
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
        private InstantSource clock = InstantSource.system();

        private Builder() {}

        /** Tells which credentials have expired; default the system's. */
        public Builder clock(InstantSource newClock) {
            this.clock = Objects.requireNonNull(newClock);
            return this;
        }

        /** Adds a token that is valid until it is taken out. */
        public Builder token(String secret, Caller caller) {
            return token(secret, caller, Instant.MAX);
        }

        /** Adds a token with an end (RFC 7644 §7.4, RFC 6750 §5.2), from which on it is not valid. */
        public Builder token(String secret, Caller caller, Instant expires) {
            return token(SecretHash.of(secret), caller, expires);
        }

        /** Adds a token of which only the hash is known. */
        public Builder token(SecretHash secret, Caller caller) {
            return token(secret, caller, Instant.MAX);
        }

        /** Adds a token of which only the hash is known, with an end. */
        public Builder token(SecretHash secret, Caller caller, Instant expires) {
            return add(null, secret, caller, expires);
        }

        /** Adds a user name and its password. */
        public Builder userPassword(String user, String password, Caller caller) {
            return userPassword(user, password, caller, Instant.MAX);
        }

        /** Adds a user name and its password, with an end, from which on they are not valid. */
        public Builder userPassword(String user, String password, Caller caller, Instant expires) {
            return userPassword(user, SecretHash.of(password), caller, expires);
        }

        /** Adds a user name, and its password of which only the hash is known. */
        public Builder userPassword(String user, SecretHash password, Caller caller) {
            return userPassword(user, password, caller, Instant.MAX);
        }

        /** Adds a user name, and its password of which only the hash is known, with an end. */
        public Builder userPassword(String user, SecretHash password, Caller caller, Instant expires) {
            return add(SecretHash.of(user), password, caller, expires);
        }

        private Builder add(@Nullable SecretHash user, SecretHash secret, Caller caller, Instant expires) {
            entries.add(new Entry(user, secret, Objects.requireNonNull(caller), Objects.requireNonNull(expires)));
            return this;
        }

        /** The verifier. */
        public FixedCredentials build() {
            return new FixedCredentials(entries, clock);
        }
    }
}

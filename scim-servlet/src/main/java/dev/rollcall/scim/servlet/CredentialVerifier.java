package dev.rollcall.scim.servlet;

import dev.rollcall.scim.protocol.Caller;
import java.util.Optional;

/** Knows whose a credential is. Implementations MUST be thread-safe, and compare secrets in constant time. */
@FunctionalInterface
public interface CredentialVerifier {
    /** The caller whose credential it is; empty if it is nobody's, or no longer valid. */
    Optional<Caller> verify(Credential credential);

    /**
     * What is wrong with a credential that was not accepted, where its form alone tells, as a sentence for the client; empty
     * otherwise. The sentence MUST NOT hold any of the credential, nor tell whether anything like it is known.
     */
    default Optional<String> flaw(Credential rejected) {
        return Optional.empty();
    }

    /** Takes what this one takes, and what the other one takes besides; flaws are those that the other one sees. */
    default CredentialVerifier or(CredentialVerifier other) {
        CredentialVerifier self = this;
        return new CredentialVerifier() {
            @Override
            public Optional<Caller> verify(Credential credential) {
                return self.verify(credential).or(() -> other.verify(credential));
            }

            @Override
            public Optional<String> flaw(Credential rejected) {
                return other.flaw(rejected);
            }
        };
    }
}

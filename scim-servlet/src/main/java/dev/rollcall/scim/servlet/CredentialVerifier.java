package dev.rollcall.scim.servlet;

import dev.rollcall.scim.protocol.Caller;
import java.util.Optional;

/** Knows whose a credential is. Implementations MUST be thread-safe, and compare secrets in constant time. */
@FunctionalInterface
public interface CredentialVerifier {
    /** The caller whose credential it is; empty if it is nobody's, or no longer valid. */
    Optional<Caller> verify(Credential credential);
}

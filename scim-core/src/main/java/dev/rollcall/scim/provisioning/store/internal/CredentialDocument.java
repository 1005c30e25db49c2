package dev.rollcall.scim.provisioning.store.internal;

import dev.rollcall.scim.provisioning.provider.Credential;
import dev.rollcall.scim.provisioning.provider.CredentialType;
import dev.rollcall.scim.provisioning.provider.SecretHash;

/** What a provider logs in with: of the secret the hash alone. */
public final class CredentialDocument {
    private CredentialDocument() {}

    /** Its members. */
    public static void write(DocumentWriter to, Credential credential) {
        to.text("tenant", credential.tenant())
                .text("provider", credential.provider())
                .text("id", credential.id())
                .choice("type", credential.type())
                .text("userName", credential.userName())
                .text("hash", credential.hash().hex())
                .time("created", credential.created())
                .time("expires", credential.expires())
                .time("revoked", credential.revoked());
    }

    /** What {@link #write} wrote. */
    public static Credential read(DocumentReader from) {
        return new Credential(
                from.text("tenant"),
                from.text("provider"),
                from.text("id"),
                from.choice("type", CredentialType.class),
                from.text("userName"),
                SecretHash.ofHex(from.text("hash")),
                from.time("created"),
                from.optionalTime("expires"),
                from.optionalTime("revoked"));
    }
}

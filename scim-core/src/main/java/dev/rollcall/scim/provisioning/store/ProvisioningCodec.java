package dev.rollcall.scim.provisioning.store;

import dev.rollcall.scim.provisioning.account.Account;
import dev.rollcall.scim.provisioning.event.Delivery;
import dev.rollcall.scim.provisioning.hold.LegalHold;
import dev.rollcall.scim.provisioning.job.Job;
import dev.rollcall.scim.provisioning.log.SyncLogEntry;
import dev.rollcall.scim.provisioning.mapping.Organization;
import dev.rollcall.scim.provisioning.provider.Credential;
import dev.rollcall.scim.provisioning.provider.Provider;
import dev.rollcall.scim.provisioning.store.internal.AccountDocument;
import dev.rollcall.scim.provisioning.store.internal.CredentialDocument;
import dev.rollcall.scim.provisioning.store.internal.DeliveryDocument;
import dev.rollcall.scim.provisioning.store.internal.DocumentReader;
import dev.rollcall.scim.provisioning.store.internal.DocumentWriter;
import dev.rollcall.scim.provisioning.store.internal.HoldDocument;
import dev.rollcall.scim.provisioning.store.internal.JobDocument;
import dev.rollcall.scim.provisioning.store.internal.LogEntryDocument;
import dev.rollcall.scim.provisioning.store.internal.OrganizationDocument;
import dev.rollcall.scim.provisioning.store.internal.ProviderDocument;
import dev.rollcall.scim.provisioning.store.internal.TenantDocument;
import dev.rollcall.scim.provisioning.tenant.Tenant;

/**
 * What provisioning keeps, as documents: JSON in UTF-8, all of a value in one, so that a store needs columns only for what
 * it looks up. Times and durations are ISO 8601, choices are the names of constants, and what is null or empty is left out.
 * Equal values are equal documents. Members that a node does not know, since a newer one has written them, are passed over.
 * Stateless and thread-safe. What cannot be read is an {@link IllegalArgumentException} that names the place.
 */
public final class ProvisioningCodec {
    private ProvisioningCodec() {}

    /** The document of a tenant. */
    public static byte[] encode(Tenant tenant) {
        return DocumentWriter.document(to -> TenantDocument.write(to, tenant));
    }

    /** The tenant of a document. */
    public static Tenant decodeTenant(byte[] document) {
        return DocumentReader.read("tenant", document, TenantDocument::read);
    }

    /** The document of a provider. */
    public static byte[] encode(Provider provider) {
        return DocumentWriter.document(to -> ProviderDocument.write(to, provider));
    }

    /** The provider of a document. */
    public static Provider decodeProvider(byte[] document) {
        return DocumentReader.read("provider", document, ProviderDocument::read);
    }

    /** The document of a credential. */
    public static byte[] encode(Credential credential) {
        return DocumentWriter.document(to -> CredentialDocument.write(to, credential));
    }

    /** The credential of a document. */
    public static Credential decodeCredential(byte[] document) {
        return DocumentReader.read("credential", document, CredentialDocument::read);
    }

    /** The document of an organization. */
    public static byte[] encode(Organization organization) {
        return DocumentWriter.document(to -> OrganizationDocument.write(to, organization));
    }

    /** The organization of a document. */
    public static Organization decodeOrganization(byte[] document) {
        return DocumentReader.read("organization", document, OrganizationDocument::read);
    }

    /** The document of an account. */
    public static byte[] encode(Account account) {
        return DocumentWriter.document(to -> AccountDocument.write(to, account));
    }

    /** The account of a document. */
    public static Account decodeAccount(byte[] document) {
        return DocumentReader.read("account", document, AccountDocument::read);
    }

    /** The document of a legal hold. */
    public static byte[] encode(LegalHold hold) {
        return DocumentWriter.document(to -> HoldDocument.write(to, hold));
    }

    /** The legal hold of a document. */
    public static LegalHold decodeLegalHold(byte[] document) {
        return DocumentReader.read("hold", document, HoldDocument::read);
    }

    /** The document of an entry of the sync log. */
    public static byte[] encode(SyncLogEntry entry) {
        return DocumentWriter.document(to -> LogEntryDocument.write(to, entry));
    }

    /** The entry of the sync log of a document. */
    public static SyncLogEntry decodeSyncLogEntry(byte[] document) {
        return DocumentReader.read("entry", document, LogEntryDocument::read);
    }

    /** The document of a delivery. */
    public static byte[] encode(Delivery delivery) {
        return DocumentWriter.document(to -> DeliveryDocument.write(to, delivery));
    }

    /** The delivery of a document. */
    public static Delivery decodeDelivery(byte[] document) {
        return DocumentReader.read("delivery", document, DeliveryDocument::read);
    }

    /** The document of a job. */
    public static byte[] encode(Job job) {
        return DocumentWriter.document(to -> JobDocument.write(to, job));
    }

    /** The job of a document. */
    public static Job decodeJob(byte[] document) {
        return DocumentReader.read("job", document, JobDocument::read);
    }
}

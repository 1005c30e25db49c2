package dev.rollcall.scim.provisioning.store;

import static dev.rollcall.scim.provisioning.store.FrozenDocuments.ACCOUNT;
import static dev.rollcall.scim.provisioning.store.FrozenDocuments.BY_ATTRIBUTE;
import static dev.rollcall.scim.provisioning.store.FrozenDocuments.CREDENTIAL;
import static dev.rollcall.scim.provisioning.store.FrozenDocuments.DELIVERY;
import static dev.rollcall.scim.provisioning.store.FrozenDocuments.ENTRY;
import static dev.rollcall.scim.provisioning.store.FrozenDocuments.HOLD;
import static dev.rollcall.scim.provisioning.store.FrozenDocuments.JOB;
import static dev.rollcall.scim.provisioning.store.FrozenDocuments.ORGANIZATION;
import static dev.rollcall.scim.provisioning.store.FrozenDocuments.PROVIDER;
import static dev.rollcall.scim.provisioning.store.FrozenDocuments.SINGLE;
import static dev.rollcall.scim.provisioning.store.FrozenDocuments.TENANT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.scim.codec.Quirk;
import dev.rollcall.scim.provisioning.lifecycle.BlockReason;
import dev.rollcall.scim.provisioning.mapping.OrganizationMapping;
import dev.rollcall.scim.provisioning.mapping.Provenance;
import dev.rollcall.scim.provisioning.mapping.RoleMapping;
import dev.rollcall.scim.provisioning.provider.Provider;
import dev.rollcall.scim.provisioning.provider.SecretHash;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** The format is in databases: whoever changes it must still read these. */
class FrozenDocumentsTest {
    private static <T> T read(String document, Function<byte[], T> decode, Function<T, byte[]> encode) {
        T value = decode.apply(document.getBytes(StandardCharsets.UTF_8));
        assertThat(new String(encode.apply(value), StandardCharsets.UTF_8)).isEqualTo(document);
        return value;
    }

    private static Provider provider(String document) {
        return read(document, ProvisioningCodec::decodeProvider, ProvisioningCodec::encode);
    }

    private static Provider providerWith(String mapping) {
        return provider(
                PROVIDER.replaceFirst("\"mapping\":\\{.*?},\"enabled\"", "\"mapping\":{" + mapping + "},\"enabled\""));
    }

    @Test
    void of_a_tenant() {
        var tenant = read(TENANT, ProvisioningCodec::decodeTenant, ProvisioningCodec::encode);

        assertThat(tenant.settings().logRetention()).isEqualTo(Duration.ofDays(30));
        assertThat(tenant.created()).isEqualTo(Instant.parse("2026-01-02T03:04:05.678Z"));
        assertThat(tenant.revision()).isEqualTo(7);
    }

    @Test
    void of_a_provider() {
        Provider provider = provider(PROVIDER);

        assertThat(provider.settings().deactivationDelay()).isEqualTo(Duration.ofMinutes(15));
        assertThat(provider.settings().protocol().tolerance().quirks())
                .containsExactlyInAnyOrder(Quirk.OPERATION_CASE, Quirk.PATH_KEYS);
        assertThat(((OrganizationMapping.ByGroups) provider.mapping().organizations()).rules())
                .extracting(OrganizationMapping.ByGroups.Rule::group)
                .containsExactly("g2", "g1");
        assertThat(((RoleMapping.ByGroups) provider.mapping().roles()).strict()).isTrue();
    }

    @Test
    void of_the_other_ways_to_map() {
        assertThat(providerWith(BY_ATTRIBUTE).mapping().organizations())
                .isEqualTo(new OrganizationMapping.ByAttribute("department", "o1", "o2"));
        assertThat(providerWith(BY_ATTRIBUTE).mapping().roles()).isEqualTo(new RoleMapping.Manually());
        assertThat(providerWith(SINGLE).mapping().organizations()).isEqualTo(OrganizationMapping.single("o3"));
        assertThat(providerWith(SINGLE).mapping().roles()).isEqualTo(new RoleMapping.ByGroups(List.of(), false));
    }

    @Test
    void of_a_credential() {
        var credential = read(CREDENTIAL, ProvisioningCodec::decodeCredential, ProvisioningCodec::encode);

        assertThat(credential.hash()).isEqualTo(SecretHash.of("secret"));
        assertThat(credential.expires()).isEqualTo(Instant.parse("2027-01-02T03:04:05Z"));
    }

    @Test
    void of_an_organization() {
        var organization = read(ORGANIZATION, ProvisioningCodec::decodeOrganization, ProvisioningCodec::encode);

        assertThat(organization.parent()).isEqualTo("o1");
        assertThat(organization.defaultRoles()).containsExactlyInAnyOrder("member", "reader");
    }

    @Test
    void of_an_account() {
        var account = read(ACCOUNT, ProvisioningCodec::decodeAccount, ProvisioningCodec::encode);

        assertThat(account.standing().blocks())
                .containsExactlyInAnyOrder(BlockReason.ADMIN, BlockReason.PENDING_DEACTIVATION);
        assertThat(account.assignment().roles())
                .isEqualTo(Map.of("admin", Provenance.MANUAL, "member", Provenance.MAPPING));
    }

    @Test
    void of_a_legal_hold() {
        var hold = read(HOLD, ProvisioningCodec::decodeLegalHold, ProvisioningCodec::encode);

        assertThat(hold.released()).isEqualTo(Instant.parse("2026-02-02T03:04:05Z"));
    }

    @Test
    void of_an_entry_of_the_sync_log() {
        var entry = read(ENTRY, ProvisioningCodec::decodeSyncLogEntry, ProvisioningCodec::encode);

        assertThat(entry.changes()).hasSize(2);
        assertThat(entry.changes().get(1).before()).isNull();
    }

    @Test
    void of_a_delivery() {
        var delivery = read(DELIVERY, ProvisioningCodec::decodeDelivery, ProvisioningCodec::encode);

        assertThat(delivery.event().account())
                .isEqualTo(ProvisioningCodec.decodeAccount(ACCOUNT.getBytes(StandardCharsets.UTF_8)));
        assertThat(delivery.attempts()).isEqualTo(3);
    }

    @Test
    void of_a_job() {
        var job = read(JOB, ProvisioningCodec::decodeJob, ProvisioningCodec::encode);

        assertThat(job.changed()).isEqualTo(10);
        assertThat(job.after()).isEqualTo("a9");
    }
}

package dev.rollcall.scim.provisioning.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.rollcall.scim.testing.Property;
import java.nio.charset.StandardCharsets;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class ProvisioningCodecTest {
    private static <T> void check(
            String name, Function<RandomValues, T> values, Function<T, byte[]> encode, Function<byte[], T> decode) {
        Property.check(name + " comes back as it was kept, in the same bytes", g -> {
            T value = g.show("value", values.apply(new RandomValues(g)));
            byte[] document = encode.apply(value);
            T back = decode.apply(document);
            assertThat(back).isEqualTo(value);
            assertThat(encode.apply(back)).isEqualTo(document);
        });
    }

    @Test
    void everything_comes_back_as_it_was_kept() {
        check("a tenant", RandomValues::tenant, ProvisioningCodec::encode, ProvisioningCodec::decodeTenant);
        check("a provider", RandomValues::provider, ProvisioningCodec::encode, ProvisioningCodec::decodeProvider);
        check("a credential", RandomValues::credential, ProvisioningCodec::encode, ProvisioningCodec::decodeCredential);
        check(
                "an organization",
                RandomValues::organization,
                ProvisioningCodec::encode,
                ProvisioningCodec::decodeOrganization);
        check("an account", RandomValues::account, ProvisioningCodec::encode, ProvisioningCodec::decodeAccount);
        check("a hold", RandomValues::hold, ProvisioningCodec::encode, ProvisioningCodec::decodeLegalHold);
        check("an entry", RandomValues::entry, ProvisioningCodec::encode, ProvisioningCodec::decodeSyncLogEntry);
        check("a delivery", RandomValues::delivery, ProvisioningCodec::encode, ProvisioningCodec::decodeDelivery);
        check("a job", RandomValues::job, ProvisioningCodec::encode, ProvisioningCodec::decodeJob);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void members_that_a_newer_node_has_written_are_passed_over() {
        byte[] newer = bytes("""
                {"colour":{"of":["many"],"n":1e99},"id":"o1","name":"HQ","more":123456789012345678901234567890,"active":true,
                "parent":null}""");

        assertThat(ProvisioningCodec.decodeOrganization(newer).name()).isEqualTo("HQ");
        assertThat(ProvisioningCodec.decodeOrganization(newer).parent()).isNull();
    }

    @Test
    void what_is_missing_is_named() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ProvisioningCodec.decodeOrganization(bytes("{\"id\":\"o1\"}")))
                .withMessage("organization.name is missing");
    }

    @Test
    void a_choice_that_nobody_knows_is_named() {
        String job = FrozenDocuments.JOB.replace("\"APPLY\"", "\"SING\"");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> ProvisioningCodec.decodeJob(bytes(job)))
                .withMessage("job.kind cannot be read: \"SING\"");
    }

    @Test
    void a_value_of_another_kind_is_named() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ProvisioningCodec.decodeOrganization(bytes("{\"id\":[1]}")))
                .withMessage("organization.id is no String");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ProvisioningCodec.decodeOrganization(
                        bytes("{\"id\":\"o1\",\"name\":\"HQ\",\"defaultRoles\":[{}]}")))
                .withMessage("An element of organization.defaultRoles is no String");
    }

    @Test
    void bytes_that_are_no_json_are_no_fault_of_a_client() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ProvisioningCodec.decodeAccount(bytes("{\"id\"")))
                .withMessageStartingWith("account cannot be read: ");
        assertThatIllegalArgumentException().isThrownBy(() -> ProvisioningCodec.decodeAccount(bytes("[]")));
    }
}

package dev.rollcall.scim.testkit.provisioning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rollcall.scim.provisioning.mapping.MappingSettings;
import dev.rollcall.scim.provisioning.provider.Credential;
import dev.rollcall.scim.provisioning.provider.Provider;
import dev.rollcall.scim.provisioning.provider.ProviderSettings;
import dev.rollcall.scim.provisioning.provider.SecretHash;
import dev.rollcall.scim.store.DuplicateKeyException;
import dev.rollcall.scim.testkit.store.Race;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Providers and what they log in with. */
public interface ProviderContract extends ProvisioningFixture {
    @Test
    default void the_name_of_a_provider_must_be_unique_in_its_tenant_whatever_its_case() {
        change(unit -> {
            unit.providers().insert(provider("p1", "Okta"));
            unit.providers().insert(provider("p2", "Entra"));
        });

        assertThatThrownBy(() -> change(unit -> unit.providers().insert(provider("p3", "OKTA"))))
                .isInstanceOfSatisfying(
                        DuplicateKeyException.class, e -> assertThat(e.path()).isEqualTo("displayName"));
        assertThatThrownBy(() -> change(unit -> unit.providers().replace(provider("p2", "okta"))))
                .isInstanceOf(DuplicateKeyException.class);
        change(unit -> unit.providers().replace(provider("p1", "okta")));
        assertThat(listed(unit -> unit.providers().list(tenant())))
                .containsExactly(provider("p1", "okta"), provider("p2", "Entra"));
    }

    @Test
    default void of_racing_providers_of_one_name_exactly_one_is_there() {
        List<Boolean> made = Race.among(4, runner -> {
            try {
                change(unit -> unit.providers().insert(provider("p" + runner, "Okta")));
                return true;
            } catch (DuplicateKeyException taken) {
                return false;
            }
        });

        assertThat(made).containsOnlyOnce(true);
        assertThat(listed(unit -> unit.providers().list(tenant()))).hasSize(1);
    }

    @Test
    default void deleting_a_provider_must_remove_its_credentials() {
        change(unit -> {
            unit.providers().insert(provider("p1", "Okta"));
            unit.providers().insert(provider("p2", "Entra"));
            unit.credentials().insert(credential("p1", "c1"));
            unit.credentials().insert(credential("p2", "c2"));
            unit.providers().delete(tenant(), "p1");
        });

        assertThat(found(unit -> unit.providers().find(tenant(), "p1"))).isEmpty();
        assertThat(found(unit -> unit.credentials().findByUserName(tenant() + "-c1")))
                .isEmpty();
        assertThat(found(unit -> unit.credentials().findByUserName(tenant() + "-c2")))
                .isPresent();
    }

    @Test
    default void the_user_name_of_a_credential_must_be_unique_over_all_tenants() {
        Credential mine = credential("p1", "c1");
        String other = tenant() + "-other";
        Credential theirs =
                new Credential(other, "p9", "c9", mine.type(), mine.userName(), SecretHash.of(other), NOW, null, null);
        change(unit -> {
            unit.providers().insert(provider("p1", "Okta"));
            unit.credentials().insert(mine);
            unit.tenants().insert(tenant(other));
        });

        assertThatThrownBy(() -> change(unit -> {
                    unit.providers()
                            .insert(new Provider(
                                    other, "p9", ProviderSettings.named("O"), MappingSettings.DEFAULT, true, NOW));
                    unit.credentials().insert(theirs);
                }))
                .isInstanceOfSatisfying(
                        DuplicateKeyException.class, e -> assertThat(e.path()).isEqualTo("userName"));
        change(unit -> unit.tenants().erase(other));
    }

    @Test
    default void a_credential_must_be_found_by_its_user_name_and_by_its_hash_whichever_its_tenant_is() {
        Credential credential = credential("p1", "c1");
        change(unit -> {
            unit.providers().insert(provider("p1", "Okta"));
            unit.credentials().insert(credential);
            unit.credentials().replace(credential.revokedAt(NOW));
        });

        assertThat(found(unit -> unit.credentials().findByUserName(credential.userName())))
                .contains(credential.revokedAt(NOW));
        assertThat(found(unit -> unit.credentials().findByHash(credential.hash())))
                .contains(credential.revokedAt(NOW));
        change(unit -> unit.credentials().delete(tenant(), "c1"));
        assertThat(found(unit -> unit.credentials().findByHash(credential.hash())))
                .isEmpty();
    }
}

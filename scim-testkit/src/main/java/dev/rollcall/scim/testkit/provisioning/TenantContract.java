package dev.rollcall.scim.testkit.provisioning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rollcall.scim.provisioning.mapping.Organization;
import dev.rollcall.scim.provisioning.tenant.Tenant;
import dev.rollcall.scim.store.DuplicateKeyException;
import dev.rollcall.scim.testkit.store.Race;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Tenants and their organizations. */
public interface TenantContract extends ProvisioningFixture {
    @Test
    default void insert_must_refuse_the_id_of_a_tenant_that_is_there() {
        assertThatThrownBy(() -> change(unit -> unit.tenants().insert(tenant(tenant()))))
                .isInstanceOfSatisfying(
                        DuplicateKeyException.class, e -> assertThat(e.path()).isEqualTo("id"));
    }

    @Test
    default void a_tenant_must_be_found_by_exactly_its_id() {
        assertThat(found(unit -> unit.tenants().find(tenant()))).isPresent();
        assertThat(found(unit -> unit.tenants().find(tenant().toUpperCase(java.util.Locale.ROOT))))
                .isEmpty();
        assertThat(found(unit -> unit.tenants().find(tenant() + " "))).isEmpty();
    }

    @Test
    default void one_unit_of_work_at_a_time_must_hold_a_tenant() {
        Race.among(4, runner -> {
            for (int i = 0; i < Race.ROUNDS; i++) {
                change(unit -> unit.tenants()
                        .replace(unit.tenants().lock(tenant()).orElseThrow().revised()));
            }
            return runner;
        });

        assertThat(found(unit -> unit.tenants().find(tenant())).orElseThrow().revision())
                .isEqualTo(1 + 4L * Race.ROUNDS);
    }

    @Test
    default void a_page_of_tenants_must_hold_those_behind_the_id_in_the_order_of_ids_by_code_points_up_to_its_limit() {
        List<String> more = List.of(tenant() + "B", tenant() + "a", tenant() + "\u00e4");
        change(unit -> more.forEach(id -> unit.tenants().insert(tenant(id))));

        assertThat(listed(unit -> unit.tenants().list(tenant(), 2)).stream().map(Tenant::id))
                .containsExactlyElementsOf(more.subList(0, 2));
        assertThat(listed(unit -> unit.tenants().list(more.get(1), 1)).stream().map(Tenant::id))
                .containsExactly(more.get(2));
        change(unit -> more.forEach(unit.tenants()::erase));
    }

    @Test
    default void the_organizations_of_a_tenant_must_come_in_the_order_of_their_ids() {
        change(unit -> List.of("o2", "O3", "o1")
                .forEach(id -> unit.organizations()
                        .insert(tenant(), new Organization(id, "Name", null, Set.of("member"), true))));
        change(unit -> {
            unit.organizations().replace(tenant(), new Organization("o1", "Other", "o2", Set.of(), false));
            unit.organizations().delete(tenant(), "O3");
            unit.organizations().insert(tenant(), new Organization("O4", "Name", null, Set.of(), true));
        });

        assertThat(listed(unit -> unit.organizations().list(tenant())).stream().map(Organization::id))
                .containsExactly("O4", "o1", "o2");
        assertThat(listed(unit -> unit.organizations().list(tenant())).get(1).name())
                .isEqualTo("Other");
    }
}

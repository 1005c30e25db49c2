package dev.rollcall.scim.testkit.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.scim.store.Store;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The capability to keep secrets that all nodes share ({@link Store#secret}). */
public interface SecretContract extends StoreFixture {
    @Test
    default void a_secret_must_have_32_bytes() {
        String name = tenant() + "-same";
        String first = secret(name);

        assertThat(HexFormat.of().parseHex(first)).hasSize(Store.SECRET_BYTES);
        assertThat(secret(name)).isEqualTo(first);
    }

    @Test
    default void different_names_must_have_different_secrets() {
        assertThat(secret(tenant() + "-one")).isNotEqualTo(secret(tenant() + "-other"));
    }

    @Test
    default void who_changes_the_bytes_that_were_given_changes_nobody_elses() {
        byte[] given = store().secret(tenant()).orElseThrow();
        byte[] kept = given.clone();
        given[0]++;

        assertThat(store().secret(tenant())).contains(kept);
    }

    @Test
    default void
            a_secret_must_be_the_same_for_every_node_and_after_every_restart_also_where_several_ask_for_the_first_time_at_once() {
        for (int round = 0; round < Race.ROUNDS; round++) {
            String name = tenant() + "-race-" + round;
            List<String> given = Race.among(4, runner -> secret(name));

            assertThat(new HashSet<>(given)).as(name).containsExactly(secret(name));
        }
    }

    private String secret(String name) {
        return HexFormat.of().formatHex(store().secret(name).orElseThrow());
    }
}

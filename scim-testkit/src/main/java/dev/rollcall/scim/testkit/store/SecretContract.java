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
    default void a_secret_is_as_long_as_it_must_be_and_the_same_each_time() {
        String name = tenant() + "-same";
        String first = secret(name);

        assertThat(HexFormat.of().parseHex(first)).hasSize(Store.SECRET_BYTES);
        assertThat(secret(name)).isEqualTo(first);
    }

    @Test
    default void another_name_has_another_secret() {
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
    default void those_who_ask_for_the_first_time_at_once_are_given_the_same() {
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

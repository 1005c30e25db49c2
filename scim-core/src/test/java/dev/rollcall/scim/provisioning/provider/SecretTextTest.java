package dev.rollcall.scim.provisioning.provider;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

class SecretTextTest {
    private final SecureRandom random = new SecureRandom();

    @RepeatedTest(50)
    void a_secret_has_the_prefix_and_looks_right() {
        assertThat(SecretText.make(random)).matches("rck_[0-9A-Za-z]{49}").satisfies(SecretText::looksRight);
        assertThat(SecretText.looksRight(SecretText.make(random))).isTrue();
    }

    @Test
    void no_two_secrets_are_the_same() {
        assertThat(IntStream.range(0, 1_000).mapToObj(i -> SecretText.make(random)))
                .doesNotHaveDuplicates();
    }

    @RepeatedTest(50)
    void one_wrong_character_is_seen_wherever_it_is() {
        String secret = SecretText.make(random);
        int place = random.nextInt(secret.length());
        char other = secret.charAt(place) == 'x' ? 'y' : 'x';
        String mistyped = secret.substring(0, place) + other + secret.substring(place + 1);

        assertThat(SecretText.looksRight(mistyped)).as(mistyped).isFalse();
    }

    @Test
    void what_is_cut_off_or_longer_or_of_another_case_is_seen() {
        String secret = SecretText.make(random);

        assertThat(SecretText.looksRight(secret.substring(0, secret.length() - 1)))
                .isFalse();
        assertThat(SecretText.looksRight(secret + "A")).isFalse();
        assertThat(SecretText.looksRight(" " + secret)).isFalse();
        assertThat(SecretText.looksRight("RCK_" + secret.substring(4))).isFalse();
        assertThat(SecretText.looksRight("")).isFalse();
        assertThat(SecretText.looksRight("rck_")).isFalse();
    }
}

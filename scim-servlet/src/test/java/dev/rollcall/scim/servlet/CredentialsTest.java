package dev.rollcall.scim.servlet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rollcall.scim.protocol.Caller;
import dev.rollcall.scim.provisioning.provider.SecretHash;
import org.junit.jupiter.api.Test;

class CredentialsTest {
    private static final Caller ONE = Caller.ofProvider("t", "p", "one");
    private static final Caller TWO = Caller.ofProvider("t", "p", "two");

    @Test
    void a_credential_does_not_show_its_secret() {
        assertThat(new Credential.Token("s3cret")).hasToString("Token[***]");
        assertThat(new Credential.UserPassword("ada", "s3cret")).hasToString("UserPassword[ada, ***]");
    }

    @Test
    void each_credential_has_its_caller() {
        FixedCredentials credentials = FixedCredentials.builder()
                .token("token", ONE)
                .userPassword("ada", "word", TWO)
                .userPassword("bob", SecretHash.of("word"), ONE)
                .token(SecretHash.of("other"), TWO)
                .build();
        assertThat(credentials.verify(new Credential.Token("token"))).contains(ONE);
        assertThat(credentials.verify(new Credential.Token("other"))).contains(TWO);
        assertThat(credentials.verify(new Credential.UserPassword("ada", "word")))
                .contains(TWO);
        assertThat(credentials.verify(new Credential.UserPassword("bob", "word")))
                .contains(ONE);
    }

    @Test
    void what_is_not_exactly_right_is_nobodys() {
        FixedCredentials credentials = FixedCredentials.builder()
                .token("token", ONE)
                .userPassword("ada", "word", TWO)
                .userPassword("", "empty", TWO)
                .build();
        assertThat(credentials.verify(new Credential.Token("Token"))).isEmpty();
        assertThat(credentials.verify(new Credential.Token(""))).isEmpty();
        assertThat(credentials.verify(new Credential.Token("word"))).isEmpty();
        assertThat(credentials.verify(new Credential.Token("empty"))).isEmpty();
        assertThat(credentials.verify(new Credential.UserPassword("Ada", "word")))
                .isEmpty();
        assertThat(credentials.verify(new Credential.UserPassword("ada", "Word")))
                .isEmpty();
        assertThat(credentials.verify(new Credential.UserPassword("", "token"))).isEmpty();
        assertThat(FixedCredentials.builder().build().verify(new Credential.Token("token")))
                .isEmpty();
    }

    @Test
    void a_hash_survives_its_text() {
        SecretHash hash = SecretHash.of("abc");
        // The example of FIPS 180-2, appendix B.1.
        assertThat(hash.hex()).isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
        assertThat(SecretHash.ofHex(hash.hex()).matches(hash)).isTrue();
        assertThat(SecretHash.of("abd").matches(hash)).isFalse();
        assertThatThrownBy(() -> SecretHash.ofHex("ba78")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> SecretHash.ofHex("x".repeat(64))).isInstanceOf(IllegalArgumentException.class);
    }
}

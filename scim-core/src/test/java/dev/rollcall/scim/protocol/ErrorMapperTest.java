package dev.rollcall.scim.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.scim.error.ScimException;
import dev.rollcall.scim.store.ConflictException;
import dev.rollcall.scim.store.DuplicateKeyException;
import org.junit.jupiter.api.Test;

/** What a failure is answered with, and who has to know of it (RFC 7644 §3.12). */
class ErrorMapperTest {
    private static ScimResponse mapped(Throwable failure) {
        return ErrorMapper.toResponse(failure, "request-1");
    }

    @Test
    void a_lost_race_is_to_be_tried_again_and_is_the_operators_matter_too() {
        ConflictException lost = new ConflictException("lost");
        ScimResponse response = mapped(lost);
        assertThat(response.status()).isEqualTo(503);
        assertThat(response.headers()).containsEntry("Retry-After", "1");
        assertThat(response.cause()).isSameAs(lost);
    }

    @Test
    void a_failure_of_the_server_is_kept_for_the_operator() {
        IllegalStateException failure = new IllegalStateException("no");
        ScimException meant = ScimException.internal("no");
        assertThat(mapped(failure).status()).isEqualTo(500);
        assertThat(mapped(failure).cause()).isSameAs(failure);
        assertThat(mapped(meant).cause()).isSameAs(meant);
    }

    @Test
    void an_answer_that_is_meant_for_the_client_is_no_failure() {
        assertThat(mapped(ScimException.notImplemented("no")).cause()).isNull();
        assertThat(mapped(ScimException.withStatus(503, "later")).cause()).isNull();
        assertThat(mapped(ScimException.invalidValue("no")).cause()).isNull();
        ScimResponse duplicate = mapped(new DuplicateKeyException("userName"));
        assertThat(duplicate.status()).isEqualTo(409);
        assertThat(duplicate.cause()).isNull();
    }
}

package dev.rollcall.conformance;

import static dev.rollcall.conformance.server.Scim.userBody;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.conformance.server.Answer;
import dev.rollcall.conformance.server.Scim;
import dev.rollcall.conformance.server.StrictServer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** RFC 7644 §3.3. */
@ExtendWith(StrictServer.class)
class CreateTest {
    @Test
    @Tag("R-7644-3.3-04")
    @Tag("R-7644-3.3-06")
    void post_answers_201_with_the_location_in_header_and_body(Scim scim) {
        Answer created = scim.post("/Users", userBody("bjensen", ""));

        assertThat(created.status()).isEqualTo(201);
        assertThat(created.header("Location"))
                .isEqualTo(scim.baseUrl() + "/Users/" + created.id())
                .isEqualTo(created.at("/meta/location"));
    }
}

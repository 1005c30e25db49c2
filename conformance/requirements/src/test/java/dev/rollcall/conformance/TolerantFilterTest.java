package dev.rollcall.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.conformance.server.Found;
import dev.rollcall.conformance.server.Scim;
import dev.rollcall.conformance.server.SharedServer;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What is forgiven in filters by default. */
class TolerantFilterTest {
    @RegisterExtension
    static final SharedServer SERVER = SharedServer.tolerant();

    @Test
    @Tag("R-7644-3.4.2.2-29")
    @Tag("DEC-10")
    void a_boolean_may_come_as_a_string(Scim scim) {
        scim.user("anna", "'active':true");
        scim.user("bert", "'active':false");

        assertThat(Found.users(scim, "active eq 'True'")).containsExactly("anna");
        assertThat(Found.users(scim, "active eq 'false'")).containsExactly("bert");
        for (String filter : List.of("active eq 'maybe'", "active eq 1", "userName eq 5")) {
            assertThat(Found.answer(scim, "/Users", filter).scimType())
                    .as(filter)
                    .isEqualTo("invalidFilter");
        }
    }
}

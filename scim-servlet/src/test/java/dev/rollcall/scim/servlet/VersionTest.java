package dev.rollcall.scim.servlet;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** RFC 7644 §3.13. */
class VersionTest {
    private static TestServer mapped(String mapping) {
        return TestServer.start(
                "/", mapping, TestServer.servlet(TestServer.rollcall(b -> b)).build());
    }

    @Test
    void below_a_base_url_without_version_v2_can_stand_before_the_endpoint_and_stays_in_locations() {
        try (TestServer server = mapped("/scim/*")) {
            Answer created = server.post("POST /scim/v2/Users", TestServer.user("ada"));
            String id = created.attribute("id");
            assertThat(created.header("Location")).contains("http://scim.example.com/scim/v2/Users/" + id);
            assertThat(server.as("GET /scim/v2/Users/" + id).status()).isEqualTo(200);
            assertThat(server.as("GET /scim/Users/" + id).attribute("location"))
                    .isEqualTo("http://scim.example.com/scim/Users/" + id);
            assertThat(server.wire()
                            .send("GET /scim/v2/ServiceProviderConfig HTTP/1.1\nHost: x")
                            .status())
                    .isEqualTo(200);
        }
    }

    @Test
    void another_version_is_refused_with_the_one_that_is_spoken() {
        try (TestServer server = mapped("/scim/*")) {
            for (String version : new String[] {"v1", "v3", "v1.1", "v22"}) {
                assertThat(server.as("GET /scim/" + version + "/Users")
                                .isError(400, "invalidVers")
                                .detail())
                        .contains("http://scim.example.com/scim/v2");
            }
            server.wire().send("GET /scim/v1/Users HTTP/1.1\nHost: x").isError(401);
            server.as("GET /scim/vx/Users").isError(404);
        }
    }

    @Test
    void a_version_is_not_given_twice() {
        try (TestServer server = mapped("/scim/v2/*")) {
            assertThat(server.as("GET /scim/v2/v2/Users")
                            .isError(400, "invalidVers")
                            .detail())
                    .contains("http://scim.example.com/scim/v2");
            server.as("GET /scim/v2/v1/Users").isError(400, "invalidVers");
        }
    }
}

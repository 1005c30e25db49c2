package dev.rollcall.scim.jdbi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.scim.Rollcall;
import dev.rollcall.scim.protocol.Caller;
import dev.rollcall.scim.protocol.Options;
import dev.rollcall.scim.protocol.ScimRequest;
import dev.rollcall.scim.protocol.ScimResponse;
import dev.rollcall.scim.protocol.ScimService;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Resources that refer to each other in a circle, made in one transaction of a database (RFC 7644 §3.7.1). */
class BulkOnDatabaseTest extends JdbiTest {
    private @Nullable ScimService scim;

    @BeforeEach
    void serve() {
        scim = Rollcall.builder().store(store()).options(Options.STRICT).build().scim();
    }

    private String call(String method, String endpoint, String body) {
        ScimResponse response = Objects.requireNonNull(scim)
                .handle(new ScimRequest(
                        method,
                        List.of(endpoint),
                        Map.of(),
                        Map.of(),
                        new ByteArrayInputStream(body.replace('\'', '"').getBytes(StandardCharsets.UTF_8)),
                        "http://localhost/scim/v2",
                        "r",
                        Caller.ofProvider("acme", "okta", "okta")));
        assertThat(response.cause()).isNull();
        assertThat(response.status()).isEqualTo(200);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            Objects.requireNonNull(response.content()).writeTo(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString(StandardCharsets.UTF_8);
    }

    private static String bulk(String... operations) {
        return "{'schemas':['urn:ietf:params:scim:api:messages:2.0:BulkRequest'],'Operations':["
                + String.join(",", operations) + "]}";
    }

    private static String postGroup(String bulkId, String member) {
        return "{'method':'POST','path':'/Groups','bulkId':'" + bulkId + "','data':{'schemas':"
                + "['urn:ietf:params:scim:schemas:core:2.0:Group'],'displayName':'" + bulkId
                + "','members':[{'value':'bulkId:" + member + "'}]}}";
    }

    private static String postUser(String bulkId, String userName) {
        return "{'method':'POST','path':'/Users','bulkId':'" + bulkId + "','data':{'schemas':"
                + "['urn:ietf:params:scim:schemas:core:2.0:User'],'userName':'" + userName + "'}}";
    }

    @Test
    void a_circle_of_groups_is_made_with_all_of_its_members() {
        String answer = call("POST", "Bulk", bulk(postGroup("a", "b"), postGroup("b", "c"), postGroup("c", "a")));
        assertThat(answer.split("\"status\":\"201\"", -1)).hasSize(4);
        assertThat(call("GET", "Groups", "").split("\"type\":\"Group\"", -1)).hasSize(4);
    }

    @Test
    void a_circle_that_fails_leaves_nothing_behind_and_the_rest_is_done() {
        String answer = call(
                "POST",
                "Bulk",
                bulk(
                        postGroup("a", "b"),
                        postGroup("b", "a").replace("'members':[", "'members':[{'value':'nobody'},"),
                        postUser("u", "u"),
                        postUser("v", "U"),
                        postGroup("g", "u")));
        assertThat(answer)
                .containsSubsequence(
                        "\"status\":\"409\"",
                        "\"status\":\"400\"",
                        "\"status\":\"201\"",
                        "\"status\":\"409\"",
                        "\"status\":\"201\"");
        assertThat(call("GET", "Groups", "")).contains("\"totalResults\":1,", "\"displayName\":\"g\"");
        assertThat(call("GET", "Users", "")).contains("\"totalResults\":1,");
    }
}

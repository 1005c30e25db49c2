package dev.rollcall.scim.jdbi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.scim.protocol.Options;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Resources that refer to each other in a circle, made in one transaction of a database (RFC 7644 §3.7.1). */
class BulkOnDatabaseTest extends JdbiTest {
    private String call(String method, String endpoint, String body) {
        ScimClient.Answer answer = ScimClient.of(store(), Options.STRICT).call(method, endpoint, Map.of(), body);
        assertThat(answer.status()).isEqualTo(200);
        return answer.body();
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

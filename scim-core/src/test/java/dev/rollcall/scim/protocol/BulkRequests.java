package dev.rollcall.scim.protocol;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.StreamSupport;

/** Bodies of bulk requests, with single quotes, and what is looked for in the answers. */
final class BulkRequests {
    private BulkRequests() {}

    static String bulk(String... operations) {
        return bulk(0, List.of(operations));
    }

    static String bulk(int failOnErrors, List<String> operations) {
        return "{'schemas':['urn:ietf:params:scim:api:messages:2.0:BulkRequest'],"
                + (failOnErrors > 0 ? "'failOnErrors':" + failOnErrors + "," : "")
                + "'Operations':[" + String.join(",", operations) + "]}";
    }

    static String postUser(String bulkId, String userName, String... more) {
        return post("/Users", bulkId, Server.userBody(userName, String.join(",", more)));
    }

    static String postGroup(String bulkId, String displayName, String... members) {
        return post("/Groups", bulkId, Server.groupBody(displayName, members));
    }

    static String post(String path, String bulkId, String data) {
        return "{'method':'POST','path':'" + path + "','bulkId':'" + bulkId + "','data':" + data + "}";
    }

    static String put(String path, String data) {
        return "{'method':'PUT','path':'" + path + "','data':" + data + "}";
    }

    static String patch(String path, String... operations) {
        return "{'method':'PATCH','path':'" + path + "','data':{'schemas':"
                + "['urn:ietf:params:scim:api:messages:2.0:PatchOp'],'Operations':["
                + String.join(",", operations) + "]}}";
    }

    static String delete(String path) {
        return "{'method':'DELETE','path':'" + path + "'}";
    }

    static String manager(String id) {
        return "'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User':{'manager':{'value':'" + id + "'}}";
    }

    static JsonNode operation(Server.Answer answer, int index) {
        return answer.json().path("Operations").path(index);
    }

    static List<String> statuses(Server.Answer answer) {
        return StreamSupport.stream(answer.json().path("Operations").spliterator(), false)
                .map(operation -> operation.path("status").textValue())
                .toList();
    }

    /** The id at the end of an operation's location. */
    static String id(Server.Answer answer, int index) {
        String location = operation(answer, index).path("location").asText();
        return location.substring(location.lastIndexOf('/') + 1);
    }
}

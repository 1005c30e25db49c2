package dev.rollcall.conformance;

import static dev.rollcall.conformance.server.Scim.ENTERPRISE;
import static dev.rollcall.conformance.server.Scim.enterpriseBody;
import static dev.rollcall.conformance.server.Scim.groupBody;
import static dev.rollcall.conformance.server.Scim.userBody;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rollcall.conformance.server.Answer;
import dev.rollcall.conformance.server.Scim;
import dev.rollcall.conformance.server.StrictServer;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** RFC 7644 §3.7.1 and §3.7.2: references from one operation of a bulk to another. */
@ExtendWith(StrictServer.class)
class BulkReferenceTest {
    private static String operation(String method, String path, String bulkId, String data) {
        return "{'method':'" + method + "','path':'" + path + "'"
                + (bulkId.isEmpty() ? "" : ",'bulkId':'" + bulkId + "'")
                + (data.isEmpty() ? "" : ",'data':" + data) + "}";
    }

    private static Answer bulk(Scim scim, String more, String... operations) {
        return scim.post(
                "/Bulk",
                "{'schemas':['" + Scim.MESSAGES + "BulkRequest']," + more + "'Operations':["
                        + String.join(",", operations) + "]}");
    }

    private static String user(String bulkId, String userName) {
        return operation("POST", "/Users", bulkId, userBody(userName, ""));
    }

    private static List<String> statuses(Answer answer) {
        return answer.all("Operations.status");
    }

    private static String idOf(Answer bulk, int index) {
        String location = bulk.at("/Operations/" + index + "/location");
        return location.substring(location.lastIndexOf('/') + 1);
    }

    @Test
    @Tag("R-7644-3.7-16")
    @Tag("R-7644-3.7.2-03")
    void a_reference_to_what_comes_later_works_and_changes_no_order(Scim scim) {
        String old = scim.user("ann");
        Answer answer = bulk(
                scim,
                "",
                operation("POST", "/Groups", "g", groupBody("Guides", "bulkId:u")),
                operation("DELETE", "/Users/" + old, "", ""),
                user("u", "ann"));
        assertThat(statuses(answer)).containsExactly("201", "204", "201");
        assertThat(answer.all("Operations.method")).containsExactly("POST", "DELETE", "POST");
        assertThat(scim.get("/Groups/" + idOf(answer, 0)).all("members.value")).containsExactly(idOf(answer, 2));
    }

    @Test
    @Tag("R-7644-3.7.1-01")
    @Tag("R-7644-3.7.1-02")
    void two_groups_can_contain_each_other(Scim scim) {
        Answer answer = bulk(
                scim,
                "",
                operation("POST", "/Groups", "a", groupBody("A", "bulkId:b")),
                operation("POST", "/Groups", "b", groupBody("B", "bulkId:a")));
        assertThat(statuses(answer)).containsExactly("201", "201");
        String a = idOf(answer, 0);
        String b = idOf(answer, 1);
        assertThat(scim.get("/Groups/" + a).all("members.value")).containsExactly(b);
        assertThat(scim.get("/Groups/" + b).all("members.value")).containsExactly(a);
        assertThat(answer.at("/Operations/0/version"))
                .isEqualTo(scim.get("/Groups/" + a).version());
    }

    @Test
    @Tag("R-7644-3.7.2-01")
    @Tag("R-7644-3.7.2-02")
    void a_reference_is_replaced_wherever_it_stands(Scim scim) {
        Answer answer = bulk(
                scim,
                "",
                user("boss", "boss"),
                operation("POST", "/Users", "ann", enterpriseBody("ann", "'manager':{'value':'bulkId:boss'}")),
                operation("POST", "/Groups", "g", groupBody("Guides", "bulkId:boss")),
                operation(
                        "PATCH",
                        "/Groups/bulkId:g",
                        "",
                        "{'schemas':['" + Scim.MESSAGES + "PatchOp'],'Operations':["
                                + "{'op':'add','path':'members','value':[{'value':'bulkId:ann','$ref':'../Users/bulkId:ann'}]},"
                                + "{'op':'remove','path':'members[value eq \\\"bulkId:boss\\\"]'}]}"));
        assertThat(statuses(answer)).containsExactly("201", "201", "201", "200");
        JsonNode ann = scim.get("/Users/" + idOf(answer, 1)).json();
        assertThat(ann.path(ENTERPRISE).path("manager").path("value").asText()).isEqualTo(idOf(answer, 0));
        assertThat(scim.get("/Groups/" + idOf(answer, 2)).all("members.value")).containsExactly(idOf(answer, 1));
        assertThat(answer.at("/Operations/3/location")).isEqualTo(scim.baseUrl() + "/Groups/" + idOf(answer, 2));
        assertThat(scim.get("/Users").text() + scim.get("/Groups").text()).doesNotContain("bulkId:");
    }

    @Test
    @Tag("R-7644-3.7.2-04")
    void a_reference_to_nothing_fails_and_is_never_kept(Scim scim) {
        scim.user("taken");
        Answer answer = bulk(
                scim,
                "",
                user("t", "taken"),
                operation("POST", "/Groups", "a", groupBody("A", "bulkId:t")),
                operation("POST", "/Groups", "b", groupBody("B", "bulkId:nobody")),
                operation("POST", "/Users", "c", enterpriseBody("cid", "'manager':{'value':'bulkId:nobody'}")),
                operation("DELETE", "/Users/bulkId:nobody", "", ""),
                user("d", "dan"));
        assertThat(statuses(answer)).containsExactly("409", "409", "409", "409", "409", "201");
        assertThat(answer.at("/Operations/2/response/detail")).contains("nobody");
        assertThat(scim.get("/Groups").at("/totalResults")).isEqualTo("0");
        assertThat(scim.get("/Users").all("Resources.userName")).containsExactlyInAnyOrder("taken", "dan");
    }

    @Test
    @Tag("R-7644-3.7.2-05")
    void a_bulk_id_stands_once(Scim scim) {
        Answer answer = bulk(scim, "", user("a", "ann"), user("a", "bob"));
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.scimType()).isIn("invalidValue", "invalidSyntax");
        assertThat(scim.get("/Users").at("/totalResults")).isEqualTo("0");
    }
}

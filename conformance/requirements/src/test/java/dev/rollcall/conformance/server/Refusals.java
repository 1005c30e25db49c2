package dev.rollcall.conformance.server;

import static org.assertj.core.api.Assertions.assertThat;

/** Requests that the server must refuse. */
public final class Refusals {
    private Refusals() {}

    /** Fails unless the answer is an error of that status and kind, as RFC 7644 §3.12 has it. */
    public static Answer refused(Answer answer, int status, String scimType) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        assertThat(answer.all("schemas")).containsExactly(Scim.MESSAGES + "Error");
        assertThat(answer.at("/status")).isEqualTo(Integer.toString(status));
        assertThat(answer.scimType()).as(answer.text()).isEqualTo(scimType);
        assertThat(answer.detail()).isNotBlank();
        return answer;
    }

    /** The same for a PATCH, which must also have left everything as it was. */
    public static Answer patch(Scim scim, String target, String operations, int status, String scimType) {
        String before = scim.get(target).text();
        Answer answer = refused(scim.patch(target, operations), status, scimType);
        assertThat(scim.get(target).text()).as("after " + operations).isEqualTo(before);
        return answer;
    }

    /** The same for a PUT. */
    public static Answer put(Scim scim, String target, String body, int status, String scimType) {
        String before = scim.get(target).text();
        Answer answer = refused(scim.put(target, body), status, scimType);
        assertThat(scim.get(target).text()).as("after " + body).isEqualTo(before);
        return answer;
    }
}

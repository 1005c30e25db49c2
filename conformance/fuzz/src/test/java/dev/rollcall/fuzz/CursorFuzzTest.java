package dev.rollcall.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

class CursorFuzzTest {
    private static final Service SERVICE = new Service(false);
    private static final String CURSOR = firstCursor();

    private static String firstCursor() {
        SERVICE.call("POST", List.of("Users"), Map.of(), """
                {"schemas":["urn:ietf:params:scim:schemas:core:2.0:User"],"userName":"second"}""");
        String page = list("");
        return page.replaceAll("(?s).*\"nextCursor\":\"([^\"]+)\".*", "$1");
    }

    private static String list(String cursor) {
        Service.Answer answer =
                SERVICE.call("GET", List.of("Users"), Map.of("cursor", List.of(cursor), "count", List.of("1")), "");
        return answer.status() + answer.text();
    }

    @FuzzTest
    void a_cursor_is_ours_or_refused(byte[] input) {
        String cursor = new String(input, StandardCharsets.ISO_8859_1);
        check(cursor, list(cursor));
        // Most bytes are no cursor at all; a real one with bytes changed reaches further.
        byte[] changed = CURSOR.getBytes(StandardCharsets.US_ASCII);
        for (int i = 0; i + 1 < input.length; i += 2) {
            changed[(input[i] & 0xff) % changed.length] ^= input[i + 1];
        }
        String forged = new String(changed, StandardCharsets.ISO_8859_1);
        check(forged, list(forged));
    }

    private static void check(String cursor, String answer) {
        boolean accepted = answer.startsWith("200");
        boolean ours = cursor.isEmpty() || cursor.equals(CURSOR);
        if (accepted != ours || (!accepted && !answer.contains("invalidCursor"))) {
            throw new AssertionError("\"" + cursor + "\" was answered with " + answer);
        }
    }
}

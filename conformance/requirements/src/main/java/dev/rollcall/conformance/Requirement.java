package dev.rollcall.conformance;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One testable requirement.
 *
 * @param area what it is about; a group of the report
 * @param id such as {@code R-7644-3.5.2-17}: the seventeenth of RFC 7644 §3.5.2
 * @param level how binding it is
 */
public record Requirement(String area, String id, Level level) {
    private static final Pattern RFC = Pattern.compile("R-(\\d+)-(\\d[0-9.]*)-\\d+");

    /** Where it comes from, for people. */
    public String source() {
        Matcher rfc = RFC.matcher(id);
        if (rfc.matches()) {
            return "RFC " + rfc.group(1) + " §" + rfc.group(2);
        }
        if (id.startsWith("R-")) {
            return "RFC " + id.split("-")[1];
        }
        if (id.startsWith("IOP-")) {
            return "SCIM interoperability profile";
        }
        return id.startsWith("IPSIE-") ? "IPSIE SCIM profile" : "decision";
    }
}

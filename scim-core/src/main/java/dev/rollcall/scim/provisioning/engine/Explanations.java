package dev.rollcall.scim.provisioning.engine;

import dev.rollcall.scim.provisioning.mapping.Decision;
import dev.rollcall.scim.provisioning.mapping.OrganizationMapping;
import dev.rollcall.scim.provisioning.mapping.Provenance;
import dev.rollcall.scim.provisioning.mapping.Reason;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** Why an account has what it has, in a sentence for people. */
final class Explanations {
    private Explanations() {}

    static String of(Decision decision, Rules rules) {
        return organization(decision.reason(), rules) + "; " + roles(decision);
    }

    private static String organization(Reason reason, Rules rules) {
        String others = reason.alternatives().isEmpty()
                ? ""
                : ", before the rules for " + String.join(", ", names(reason, rules)) + ", which matched too";
        return switch (reason.kind()) {
            case UNCHANGED -> "Organization: no rule moves an account that is there";
            case SINGLE -> "Organization: the one for all new users";
            case ATTRIBUTE -> "Organization: " + attribute(rules) + " is \"" + reason.seen() + "\"";
            case GROUP -> "Organization: the user is in group " + reason.seen() + others;
            case FALLBACK_VALUE ->
                reason.seen().isEmpty()
                        ? "Organization: the fallback, since " + attribute(rules) + " has no value"
                        : "Organization: the fallback, since " + attribute(rules) + " is \"" + reason.seen()
                                + "\", which cannot be used";
            case FALLBACK_GROUP -> "Organization: the fallback, since the user is in no mapped group";
        };
    }

    private static String attribute(Rules rules) {
        return rules.mapping().organizations() instanceof OrganizationMapping.ByAttribute by
                ? by.attribute()
                : "the attribute";
    }

    private static List<String> names(Reason reason, Rules rules) {
        return reason.alternatives().stream().map(rules::nameOf).toList();
    }

    private static String roles(Decision decision) {
        List<String> parts = new ArrayList<>();
        new TreeMap<>(decision.roles()).forEach((role, from) -> parts.add(role + " " + from(role, from, decision)));
        return parts.isEmpty() ? "roles: none" : "roles: " + String.join(", ", parts);
    }

    private static String from(String role, Provenance from, Decision decision) {
        return switch (from) {
            case MAPPING ->
                "(by group " + String.join(", ", decision.grantedBy().get(role)) + ")";
            case DEFAULT -> "(default)";
            case MANUAL -> "(by hand)";
        };
    }
}

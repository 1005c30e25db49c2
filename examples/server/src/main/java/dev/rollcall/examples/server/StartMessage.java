package dev.rollcall.examples.server;

import java.util.ArrayList;
import java.util.List;

/** What is printed when the server has started: all that is needed to try it. */
final class StartMessage {
    private static final String JSON = "-H 'Content-Type: application/scim+json'";
    private static final String NEW_USER = "{\"schemas\":[\"urn:ietf:params:scim:schemas:core:2.0:User\"],"
            + "\"userName\":\"ada@example.com\",\"name\":{\"givenName\":\"Ada\",\"familyName\":\"Lovelace\"},"
            + "\"emails\":[{\"value\":\"ada@example.com\",\"type\":\"work\",\"primary\":true}],\"active\":true}";

    private StartMessage() {}

    static String of(RollcallServer server, ServerOptions options) {
        List<String> lines = new ArrayList<>();
        lines.add("Rollcall is running. For the identity provider:");
        lines.add("");
        lines.add("  SCIM base URL   " + server.publicUrl());
        lines.addAll(credentials(server));
        lines.add("");
        lines.add("List the users:");
        lines.add("");
        lines.add(
                "  curl -H 'Authorization: Bearer " + tokenOr(server, "TOKEN") + "' '" + server.baseUrl() + "/Users'");
        lines.add("");
        lines.add("Create one:");
        lines.add("");
        lines.add("  curl -X POST -H 'Authorization: Bearer " + tokenOr(server, "TOKEN") + "' " + JSON + " -d '"
                + NEW_USER + "' '" + server.baseUrl() + "/Users'");
        lines.add("");
        lines.add(
                options.data() instanceof DataPlace.Memory
                        ? "Everything is kept in memory and gone when the server stops. Ctrl-C stops it."
                        : "Data is kept in " + options.data() + ". Ctrl-C stops the server.");
        if (options.baseUrl() == null) {
            lines.add("An identity provider in the cloud needs a public https URL in front; tell it to the server with"
                    + " --base-url.");
        }
        return String.join(System.lineSeparator(), lines);
    }

    private static List<String> credentials(RollcallServer server) {
        List<String> lines = new ArrayList<>();
        server.token().ifPresent(token -> lines.add("  Bearer token    " + token));
        server.fresh().ifPresent(fresh -> {
            lines.add("  or user name    " + fresh.user());
            lines.add("  and password    " + fresh.password());
            lines.add("");
            lines.add("The credentials are shown this once; the server keeps only their hashes.");
        });
        if (lines.isEmpty()) {
            lines.add("  Credentials     those that an earlier start has shown; only their hashes are kept");
            lines.add("                  (lost? --credentials new makes others and revokes those)");
        }
        return lines;
    }

    private static String tokenOr(RollcallServer server, String otherwise) {
        return server.token().orElse(otherwise);
    }
}

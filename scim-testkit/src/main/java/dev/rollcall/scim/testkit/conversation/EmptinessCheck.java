package dev.rollcall.scim.testkit.conversation;

import java.io.IOException;

/** Keeps conversations from a server that has users or groups: they would see them, and are not meant for it. */
record EmptinessCheck(Server server) {
    /** Why nothing is played; empty if the server is empty. */
    String refusal() {
        try {
            long users = total("/Users");
            long groups = total("/Groups");
            return users == 0 && groups == 0
                    ? ""
                    : "the server is not empty (totalResults: " + users + " users, " + groups
                            + " groups), and a conversation starts on an empty one";
        } catch (IOException e) {
            return "the server could not be asked whether it is empty: " + e.getMessage();
        }
    }

    private long total(String path) throws IOException {
        var response = server.ask("GET", path + "?startIndex=1&count=1");
        var document = Document.of(response);
        var total = document.json().map(json -> json.path("totalResults"));
        if (response.status() != 200 || total.isEmpty() || !total.get().isIntegralNumber()) {
            throw new IOException("GET " + path + " was answered with " + response.status() + " and "
                    + document.describe() + ", not with a list that has totalResults");
        }
        return total.get().longValue();
    }
}

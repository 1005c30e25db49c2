package dev.rollcall.scim.testkit.conversation;

import dev.rollcall.scim.testkit.conversation.wire.WireResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The state of the resource that a request was about, read after its response. */
record Aftermath(Server server, Shot shot, WireResponse response) {
    /** Whether the server answered. */
    boolean check(List<PathCheck> checks, Complaints complaints) {
        boolean creates = shot.request().method().equals("POST");
        if (creates && !response.isSuccess()) {
            // A refusal that is allowed beside a success leaves no resource to look at.
            return true;
        }
        var path =
                creates ? new NewResource(shot.resourcePath(), response).pathById() : Optional.of(shot.resourcePath());
        if (path.isEmpty()) {
            complaints.add("the id of the new resource", Document.of(response).describe() + " and no Location");
            return true;
        }
        try {
            var check = new ResponseCheck(server.ask("GET", path.get()), shot.variables(), complaints);
            if (check.status(Set.of(200))) {
                check.body(checks);
            }
            return true;
        } catch (IOException e) {
            complaints.add(
                    "an HTTP response to GET " + path.get(),
                    Answer.None.because(e).why());
            return false;
        } catch (IllegalArgumentException e) {
            complaints.add("a path of the resource", e.getMessage());
            return true;
        }
    }
}

package dev.rollcall.scim.testkit.conversation;

import dev.rollcall.scim.testkit.conversation.wire.WireResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Deletes what a playing created; for one thread. */
final class CleanUp {
    private final Server server;
    private final Set<String> created = new LinkedHashSet<>();

    CleanUp(Server server) {
        this.server = server;
    }

    /** Remembers the resource if the response says that there is a new one. */
    void note(Shot shot, WireResponse response) {
        if (response.status() == 201) {
            new NewResource(shot.resourcePath(), response).pathByLocation().ifPresent(created::add);
        }
    }

    /** Goes on after a refusal, but not after silence; what the conversation itself deleted is no matter. */
    void run(Complaints complaints) {
        var left = inOrder();
        for (int i = 0; i < left.size(); i++) {
            var path = left.get(i);
            try {
                var response = server.ask("DELETE", path);
                if (!response.isSuccess() && response.status() != 404) {
                    complaints.add(
                            "DELETE " + path + " to succeed",
                            response.status() + " with " + Document.of(response).describe());
                }
            } catch (IOException e) {
                complaints.add(
                        "a response to DELETE " + path,
                        Answer.None.because(e).why() + "; left behind: " + left.subList(i, left.size()));
                return;
            } catch (IllegalArgumentException e) {
                complaints.add("a Location that can be requested", e.getMessage());
            }
        }
    }

    /** Groups before what may be their members, users last, and the youngest first among their like. */
    private List<String> inOrder() {
        List<String> paths = new ArrayList<>(created);
        Collections.reverse(paths);
        paths.sort(Comparator.comparingInt(CleanUp::rank));
        return paths;
    }

    private static int rank(String path) {
        return path.startsWith("/Groups/") ? 0 : path.startsWith("/Users/") ? 2 : 1;
    }
}

package dev.rollcall.scim.protocol;

import dev.rollcall.scim.codec.ResourceWriter;
import dev.rollcall.scim.store.Member;
import dev.rollcall.scim.store.UnitOfWork;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Makes resources that may refer to each other, in any direction, all of them or none: first each is put into the store,
 * then each gets its members. Not thread-safe.
 */
final class JointCreation {
    private final Settings settings;
    private final List<Creation> creations;
    private int current;

    JointCreation(Settings settings, List<Creation> creations) {
        this.settings = settings;
        this.creations = creations;
    }

    /** Writes the resources in one unit of work and answers for each. */
    List<ScimResponse> write() {
        List<ResourceWriter.Entry> entries = Retry.write(settings.store(), this::write);
        List<ScimResponse> answers = new ArrayList<>();
        for (int i = 0; i < entries.size(); i++) {
            answers.add(Answers.resource(201, creations.get(i).exchange(), entries.get(i)));
        }
        return answers;
    }

    /** The index of the creation that was under way last; after a failure, the one that failed. */
    int current() {
        return current;
    }

    private List<ResourceWriter.Entry> write(UnitOfWork unit) {
        Map<String, Member> coming = coming();
        List<Creation.Inserted> inserted = new ArrayList<>();
        try {
            for (current = 0; current < creations.size(); current++) {
                inserted.add(creations.get(current).insert(unit, coming));
            }
            List<ResourceWriter.Entry> entries = new ArrayList<>();
            for (current = 0; current < inserted.size(); current++) {
                entries.add(inserted.get(current).complete());
            }
            for (current = 0; current < inserted.size(); current++) {
                inserted.get(current).handOverPassword();
            }
            return entries;
        } catch (RuntimeException e) {
            if (!settings.store().capabilities().transactions()) {
                undo(inserted, e);
            }
            throw e;
        }
    }

    private Map<String, Member> coming() {
        Map<String, Member> coming = new LinkedHashMap<>();
        creations.forEach(creation -> coming.put(creation.resource().id(), creation.asMember()));
        return coming;
    }

    private static void undo(List<Creation.Inserted> inserted, RuntimeException cause) {
        Collections.reverse(inserted);
        for (Creation.Inserted one : inserted) {
            try {
                one.undo();
            } catch (RuntimeException e) {
                // The cause is what the client is told; this one is for the operator's log.
                cause.addSuppressed(e);
            }
        }
    }
}

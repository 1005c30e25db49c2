package dev.rollcall.scim.patch;

import dev.rollcall.scim.error.ScimException;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Folds the operations on members into one {@link RelationDelta}, so that a group of any size is patched by touching
 * only those who join or leave. Not thread-safe.
 */
final class MembersFold {
    private final MemberSource present;
    private final Work work;
    private boolean clear;
    private final Set<String> remove = new LinkedHashSet<>();
    private final Set<String> add = new LinkedHashSet<>();

    MembersFold(MemberSource present, Work work) {
        this.present = present;
        this.work = work;
    }

    RelationDelta delta() {
        return new RelationDelta(clear, remove, add);
    }

    void apply(PatchOperation step) {
        Target target = step.target();
        if (target.sub() != null) {
            // RFC 7643 §4.2: what an element says of its member cannot change.
            throw ScimException.mutability("\"" + target + "\" is immutable; remove the member and add another one");
        }
        ElementMatch match = target.elements();
        if (match != null) {
            selected(step, match);
        } else if (step.op() == Op.REMOVE) {
            if (step.byValue()) {
                Membership.ids(step.value(), target.attribute()).forEach(this::leave);
            } else {
                leaveAll();
            }
        } else {
            if (step.op() == Op.REPLACE) {
                leaveAll();
            }
            Membership.ids(step.value(), target.attribute()).forEach(this::join);
        }
    }

    private void selected(PatchOperation step, ElementMatch match) {
        Optional<String> one = match.singleValue();
        if (step.op() == Op.REMOVE && one.isPresent()) {
            // Whoever is no member is gone already: nothing need be looked up, for each of a thousand operations.
            leave(one.get());
            return;
        }
        Set<String> selected = select(match);
        switch (step.op()) {
            case REMOVE -> selected.forEach(this::leave);
            case ADD -> {
                if (selected.isEmpty()) {
                    joinDescribed(step, match);
                }
            }
            case REPLACE -> {
                if (selected.isEmpty()) {
                    joinDescribed(step, match);
                } else {
                    selected.forEach(this::leave);
                    Membership.ids(step.value(), step.target().attribute()).forEach(this::join);
                }
            }
        }
    }

    /** Nobody is selected: {@code members[value eq "id"]} at least says who was meant, any other filter does not. */
    private void joinDescribed(PatchOperation step, ElementMatch match) {
        String id = match.singleValue().orElseThrow(() -> ScimException.noTarget("No member matches " + step.target()));
        Set<String> given = Membership.ids(step.value(), step.target().attribute());
        if (step.op() == Op.REPLACE && !given.contains(id)) {
            throw ScimException.noTarget("No member matches " + step.target());
        }
        join(id);
    }

    private Set<String> select(ElementMatch match) {
        Optional<String> one = match.singleValue();
        if (one.isPresent()) {
            String id = one.get();
            boolean member = add.contains(id)
                    || (!clear
                            && !remove.contains(id)
                            && !present.among(Set.of(id)).isEmpty());
            return member ? Set.of(id) : Set.of();
        }
        // Any other filter has to see every member; those who join in this patch have nothing but their id yet.
        Set<String> selected = new LinkedHashSet<>();
        if (!clear) {
            present.all().forEachRemaining(element -> {
                work.look(element, match.filter());
                Optional<String> id = Membership.id(element);
                if (id.isPresent() && !remove.contains(id.get()) && match.matches(element)) {
                    selected.add(id.get());
                }
            });
        }
        return selected;
    }

    private void join(String id) {
        remove.remove(id);
        add.add(id);
    }

    private void leave(String id) {
        add.remove(id);
        if (!clear) {
            remove.add(id);
        }
    }

    private void leaveAll() {
        clear = true;
        remove.clear();
        add.clear();
    }
}

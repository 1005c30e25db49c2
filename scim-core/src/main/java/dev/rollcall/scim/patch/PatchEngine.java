package dev.rollcall.scim.patch;

import dev.rollcall.scim.error.ScimException;
import dev.rollcall.scim.resource.Complex;
import dev.rollcall.scim.resource.Value;
import dev.rollcall.scim.schema.Attribute;
import dev.rollcall.scim.schema.Mutability;
import org.jspecify.annotations.Nullable;

/** Applies the steps of one patch to the attributes of a resource (RFC 7644 §3.5.2.1 to §3.5.2.3). Not thread-safe. */
final class PatchEngine {
    private final @Nullable Attribute relation;
    private final MembersFold members;
    private final Work work;
    private final int maxValues;
    private final Additions additions;

    /** @param relation the attribute that is a relation and not part of the document */
    PatchEngine(@Nullable Attribute relation, MembersFold members, Work work, int maxValues) {
        this.relation = relation;
        this.members = members;
        this.work = work;
        this.maxValues = maxValues;
        this.additions = new Additions(work, maxValues);
    }

    /** The attributes after the step, but for lists that are added to: {@link #finish} puts them in place. */
    Complex apply(Complex root, PatchOperation step) {
        Attribute attribute = step.target().attribute();
        if (attribute == relation) {
            members.apply(step);
            return root;
        }
        if (additions.take(root, step)) {
            return root;
        }
        Complex after = applyTo(additions.settled(root, attribute), step);
        ResourceRules.checkSize(after, maxValues);
        return after;
    }

    /** The attributes after all steps. */
    Complex finish(Complex root) {
        return additions.settled(root);
    }

    private Complex applyTo(Complex root, PatchOperation step) {
        Attribute container = step.target().container();
        return container == null
                ? applyIn(root, step)
                : set(root, container, applyIn(inside(root, container), step), step.op());
    }

    /** The complex value of the attribute, without any attribute set if it has none. */
    static Complex inside(Complex object, Attribute attribute) {
        return object.get(attribute) instanceof Complex present ? present : Complex.empty(attribute.subAttributes());
    }

    private Complex applyIn(Complex object, PatchOperation step) {
        Target target = step.target();
        Attribute attribute = target.attribute();
        Value before = object.get(attribute);
        Value after;
        if (target.elements() != null) {
            work.look(before, target.elements().filter());
            after = Elements.apply(before, step, target.elements());
        } else if (target.sub() != null) {
            after = assign(inside(object, attribute), target.sub(), step);
        } else {
            return assign(object, attribute, step);
        }
        return set(object, attribute, after, step.op());
    }

    /** The object with the attribute as the step leaves it. */
    private Complex assign(Complex object, Attribute attribute, PatchOperation step) {
        Value before = object.get(attribute);
        Value given = step.value();
        if (attribute.multiValued() && (step.op() == Op.ADD || step.byValue())) {
            work.look(before, null);
        }
        Value after = switch (step.op()) {
            case ADD -> given == null ? before : added(attribute, before, given);
            case REPLACE -> given == null ? null : replaced(attribute, before, given);
            case REMOVE -> step.byValue() ? Elements.without(attribute, before, given) : null;
        };
        return set(object, attribute, after, step.op());
    }

    private static Value added(Attribute attribute, @Nullable Value before, Value given) {
        if (attribute.multiValued()) {
            return Elements.append(attribute, before, given);
        }
        return merged(before, given);
    }

    private static Value replaced(Attribute attribute, @Nullable Value before, Value given) {
        return attribute.multiValued() ? Elements.distinct(attribute, given) : merged(before, given);
    }

    /** A complex value takes over what is given and keeps the rest; any other value is replaced. */
    static Value merged(@Nullable Value before, Value given) {
        if (!(before instanceof Complex old) || !(given instanceof Complex changes)) {
            return given;
        }
        Complex.Builder merged = old.toBuilder();
        changes.forEach(merged::set);
        return merged.build();
    }

    /** Sets the attribute, unless its characteristics forbid it. */
    static Complex set(Complex object, Attribute attribute, @Nullable Value after, Op op) {
        Value before = object.get(attribute);
        Complex changed = object.toBuilder().set(attribute, after).build();
        if (changed.equals(object)) {
            return object;
        }
        if (attribute.mutability() == Mutability.IMMUTABLE && before != null) {
            throw ScimException.mutability("\"" + attribute.name() + "\" is immutable and has a value already");
        }
        if (attribute.required() && changed.get(attribute) == null) {
            String detail = "\"" + attribute.name() + "\" is required and cannot be left without a value";
            // RFC 7644 §3.5.2.2 names the error for remove; for the others it is a missing value like any other.
            throw op == Op.REMOVE ? ScimException.mutability(detail) : ScimException.invalidValue(detail);
        }
        return changed;
    }
}

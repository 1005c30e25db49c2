package dev.rollcall.scim.patch;

import dev.rollcall.scim.error.ScimException;
import dev.rollcall.scim.resource.Complex;
import dev.rollcall.scim.resource.Value;
import dev.rollcall.scim.schema.Attribute;
import org.jspecify.annotations.Nullable;

/** Applies one step to the attributes of a resource (RFC 7644 §3.5.2.1 to §3.5.2.3). Not thread-safe. */
final class PatchEngine {
    private final @Nullable Attribute relation;
    private final MembersFold members;

    /** @param relation the attribute that is a relation and not part of the document */
    PatchEngine(@Nullable Attribute relation, MembersFold members) {
        this.relation = relation;
        this.members = members;
    }

    Complex apply(Complex root, PatchOperation step) {
        Target target = step.target();
        Attribute container = target.container();
        if (container == null) {
            return target.attribute() == relation ? foldMembers(root, step) : applyIn(root, step);
        }
        Complex inner =
                root.get(container) instanceof Complex present ? present : Complex.empty(container.subAttributes());
        return set(root, container, applyIn(inner, step), step.op());
    }

    private Complex foldMembers(Complex root, PatchOperation step) {
        members.apply(step);
        return root;
    }

    private static Complex applyIn(Complex object, PatchOperation step) {
        Target target = step.target();
        Attribute attribute = target.attribute();
        Value before = object.get(attribute);
        Value after;
        if (target.elements() != null) {
            after = Elements.apply(before, step, target.elements());
        } else if (target.sub() != null) {
            Complex inner = before instanceof Complex present ? present : Complex.empty(attribute.subAttributes());
            after = assign(inner, target.sub(), step);
        } else {
            return assign(object, attribute, step);
        }
        return set(object, attribute, after, step.op());
    }

    /** The object with the attribute as the step leaves it. */
    private static Complex assign(Complex object, Attribute attribute, PatchOperation step) {
        Value before = object.get(attribute);
        Value given = step.value();
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
        Immutable.check(attribute, before, changed.get(attribute));
        if (attribute.required() && changed.get(attribute) == null) {
            String detail = "\"" + attribute.name() + "\" is required and cannot be left without a value";
            // RFC 7644 §3.5.2.2 names the error for remove; for the others it is a missing value like any other.
            throw op == Op.REMOVE ? ScimException.mutability(detail) : ScimException.invalidValue(detail);
        }
        return changed;
    }
}

package dev.rollcall.scim.patch;

import dev.rollcall.scim.codec.Limits;
import dev.rollcall.scim.codec.Quirk;
import dev.rollcall.scim.codec.Restriction;
import dev.rollcall.scim.codec.Tolerance;
import dev.rollcall.scim.codec.internal.Unknown;
import dev.rollcall.scim.codec.internal.ValueReader;
import dev.rollcall.scim.error.ScimException;
import dev.rollcall.scim.filter.ValuePath;
import dev.rollcall.scim.json.JsonBuffer;
import dev.rollcall.scim.json.JsonReader;
import dev.rollcall.scim.json.JsonToken;
import dev.rollcall.scim.json.Names;
import dev.rollcall.scim.path.PathResolver;
import dev.rollcall.scim.resource.Value;
import dev.rollcall.scim.schema.Attribute;
import dev.rollcall.scim.schema.Mutability;
import dev.rollcall.scim.schema.ResourceType;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Turns operations as they stand in a request into steps that are resolved and decoded. All that can be wrong without
 * knowing the resource is found here, before anything is loaded.
 *
 * <p>A complex value becomes one step for each of its sub-attributes, because both {@code add} and {@code replace} leave
 * those that are not mentioned (RFC 7644 §3.5.2.1, §3.5.2.3).
 */
final class PatchCompiler {
    private final ResourceType type;
    private final Tolerance tolerance;
    private final PathResolver resolver;
    private final TargetParser targets;
    private final ValueReader values;
    private final boolean creates;
    private final Limits limits;
    private final @Nullable Attribute relation;
    private final List<PatchOperation> steps = new ArrayList<>();
    private final List<Expectation> expectations = new ArrayList<>();

    PatchCompiler(ResourceType type, Tolerance tolerance, Limits limits) {
        this.type = type;
        this.tolerance = tolerance;
        this.limits = limits;
        this.relation = Membership.attribute(type);
        this.resolver = new PathResolver(type, tolerance);
        this.targets = new TargetParser(resolver, tolerance);
        this.values = ValueReader.ofRequest(tolerance);
        this.creates = tolerance.allows(Quirk.CREATE_MATCHING_ELEMENT);
    }

    Patch compile(List<RawOperation> operations) {
        for (int i = 0; i < operations.size(); i++) {
            try {
                compile(i, operations.get(i));
            } catch (ScimException e) {
                throw e.within("Operations[" + i + "]");
            }
        }
        return new Patch(type, steps, expectations, limits);
    }

    private void compile(int index, RawOperation operation) {
        Op op = operation.op();
        JsonBuffer value = operation.value();
        if (operation.path() == null && tolerance.has(Restriction.PATH_IN_EVERY_OPERATION)) {
            throw ScimException.invalidSyntax("\"path\" is missing; every operation must have one here");
        }
        if (operation.path() == null && op == Op.REMOVE) {
            throw ScimException.noTarget("remove needs a \"path\" that says what to remove");
        }
        if (value == null && op != Op.REMOVE) {
            throw ScimException.invalidValue(op.keyword() + " needs a \"value\"");
        }
        if (operation.path() == null) {
            wholeResource(index, op, Objects.requireNonNull(value));
            return;
        }
        ValuePath path = PathText.parse(operation.path(), tolerance);
        if (path.filter() == null && resolver.isResource(path.path())) {
            if (op == Op.REMOVE) {
                throw ScimException.noTarget("The path names the whole resource; use DELETE to remove that");
            }
            wholeResource(index, op, Objects.requireNonNull(value));
            return;
        }
        Target target = targets.target(path);
        Attribute readOnly = target.readOnly();
        if (readOnly != null) {
            throw ScimException.mutability("\"" + readOnly.name() + "\" is read-only");
        }
        if (target.attribute() == type.schemas()) {
            schemas(index, op, target, value);
        } else {
            add(index, op, target, value);
        }
    }

    /** {@code schemas} follows from the extensions that hold values, so a change of it is a change of those. */
    private void schemas(int index, Op op, Target target, @Nullable JsonBuffer value) {
        if (op == Op.REMOVE && target.elements() != null) {
            ElementMatch match = target.elements();
            type.extensionAttributes()
                    .filter(extension -> match.matches(new Value.Reference(extension.name())))
                    .forEach(extension -> add(index, op, new Target(null, extension, null, null), null));
            return;
        }
        Value uris = value == null ? null : values.at("schemas").readManyOrOne(value.read(), type.schemas());
        boolean known = uris != null
                && uris.elements().stream()
                        .map(uri -> ((Value.Reference) uri).uri())
                        .allMatch(uri -> type.isBaseSchema(uri)
                                || type.extensionAttributes().anyMatch(e -> e.isNamed(uri)));
        if (op == Op.REMOVE || !known) {
            throw ScimException.mutability("\"schemas\" follows from the extensions that have values; add or remove"
                    + " attributes of an extension instead");
        }
    }

    /** An operation without path: each key says what it is about (RFC 7644 §3.5.2.1 and §3.5.2.3). */
    private void wholeResource(int index, Op op, JsonBuffer given) {
        JsonBuffer value = values.objectOfListOfOne(JsonText.unwrap(given, tolerance));
        if (value.kind() != JsonToken.START_OBJECT) {
            throw ScimException.invalidValue(
                    "\"value\" must be an object of attributes, since the operation has no" + " \"path\"");
        }
        eachMember(value.read(), (key, member) -> {
            if (type.isBaseSchema(key) && member.kind() == JsonToken.START_OBJECT) {
                // Not the same again inside of it: each level would keep a copy of all that is below.
                eachMember(member.read(), (inner, innerValue) -> keyOfResource(index, op, inner, innerValue));
            } else {
                keyOfResource(index, op, key, member);
            }
        });
    }

    private void keyOfResource(int index, Op op, String key, JsonBuffer value) {
        Target target = target(key);
        if (target == null) {
            Unknown.passOver(
                    tolerance,
                    () -> ScimException.invalidSyntax("\"" + key + "\" in \"value\" is no attribute of " + type));
            return;
        }
        if (target.readOnly() != null || target.attribute() == type.schemas()) {
            if (!tolerance.allows(Quirk.READ_ONLY_IN_PATCH_VALUE)) {
                expectations.add(new Expectation(index, target.attribute(), value));
            }
            return;
        }
        add(index, op, target, value);
    }

    private @Nullable Target target(String key) {
        Attribute attribute = type.find(key);
        if (attribute != null) {
            return new Target(null, attribute, null, null);
        }
        if (!tolerance.allows(Quirk.PATH_KEYS)) {
            return null;
        }
        try {
            return targets.target(ValuePath.parse(key, tolerance));
        } catch (ScimException e) {
            // No path of this type either: an unknown key, like any other. A broken filter would be a typing error.
            if (key.indexOf('[') >= 0) {
                throw e;
            }
            return null;
        }
    }

    private void add(int index, Op op, Target target, @Nullable JsonBuffer value) {
        if (op == Op.REMOVE) {
            remove(index, target, value);
            return;
        }
        Objects.requireNonNull(value);
        Attribute leaf = target.leaf();
        boolean whole = target.elements() == null;
        if (whole && leaf.complex() && !leaf.multiValued() && value.kind() == JsonToken.START_OBJECT) {
            eachMember(value.read(), (key, member) -> subAttribute(index, op, target, key, member));
            if (op == Op.REPLACE && !leaf.extension() && tolerance.has(Restriction.REPLACE_WHOLE_COMPLEX)) {
                clearOthers(index, target, value);
            }
            return;
        }
        if (leaf.extension() && value.kind() != JsonToken.NULL) {
            throw ScimException.invalidValue(
                    "\"" + leaf.name() + "\" is an extension; its value must be an object of its attributes");
        }
        steps.add(new PatchOperation(index, op, target, read(target, value), false, creates));
    }

    /** Clears the sub-attributes that the value does not mention. */
    private void clearOthers(int index, Target target, JsonBuffer value) {
        Set<Attribute> mentioned = new HashSet<>();
        eachMember(value.read(), (key, member) -> mentioned.add(target.leaf().sub(key)));
        for (Attribute sub : target.leaf().subAttributes()) {
            if (sub.mutability() == Mutability.READ_WRITE && !mentioned.contains(sub)) {
                steps.add(new PatchOperation(index, Op.REPLACE, target.withSub(sub), null, false, false));
            }
        }
    }

    private void subAttribute(int index, Op op, Target parent, String key, JsonBuffer value) {
        Attribute leaf = parent.leaf();
        Attribute sub = leaf.sub(key);
        if (sub == null) {
            Unknown.passOver(
                    tolerance,
                    () -> ScimException.invalidSyntax("\"" + leaf.name() + "\" has no sub-attribute \"" + key
                            + "\"; it has " + leaf.subAttributes()));
        } else if (sub.writable()) {
            Target target = leaf.extension() ? new Target(leaf, sub, null, null) : parent.withSub(sub);
            add(index, op, target, value);
        }
    }

    private @Nullable Value read(Target target, JsonBuffer value) {
        Attribute leaf = target.leaf();
        ValueReader reader = values.at(leaf.name());
        if (target.elements() != null && target.sub() == null) {
            return reader.readOneElement(value.read(), leaf);
        }
        return leaf.multiValued() ? many(leaf, value) : reader.read(value.read(), leaf);
    }

    private @Nullable Value many(Attribute attribute, JsonBuffer value) {
        Value given = values.at(attribute.name()).readManyOrOne(value.read(), attribute);
        if (given != null && attribute != relation) {
            ResourceRules.checkSize(attribute, given.elements().size(), limits.maxValues());
        }
        return given;
    }

    private void remove(int index, Target target, @Nullable JsonBuffer value) {
        boolean manyAsWhole = target.elements() == null && target.leaf().multiValued();
        if (!manyAsWhole || value == null || value.kind() == JsonToken.NULL) {
            steps.add(new PatchOperation(index, Op.REMOVE, target, null, false, false));
            return;
        }
        if (!tolerance.allows(Quirk.REMOVE_BY_VALUE)) {
            throw ScimException.invalidValue("remove takes no \"value\"; name the values in the path, as in "
                    + target.leaf().name() + "[value eq \"…\"]");
        }
        JsonBuffer listed = JsonText.memberNamed(target.leaf(), value);
        Value gone = many(target.leaf(), listed);
        if (gone == null && !JsonText.isEmpty(listed)) {
            throw ScimException.invalidValue(
                    "\"value\" holds no value of " + target.leaf().name());
        }
        steps.add(new PatchOperation(index, Op.REMOVE, target, gone, true, false));
    }

    private interface Member {
        void accept(String key, JsonBuffer value);
    }

    private static void eachMember(JsonReader in, Member action) {
        Set<String> seen = new HashSet<>();
        while (in.next() != JsonToken.END_OBJECT) {
            String key = in.text();
            if (!seen.add(Names.fold(key))) {
                throw ScimException.invalidSyntax("\"" + key + "\" stands twice in one object (" + in.where() + ")");
            }
            in.next();
            action.accept(key, JsonBuffer.record(in));
        }
    }
}

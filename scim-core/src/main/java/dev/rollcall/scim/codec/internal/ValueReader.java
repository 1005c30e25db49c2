package dev.rollcall.scim.codec.internal;

import dev.rollcall.scim.codec.Quirk;
import dev.rollcall.scim.codec.Tolerance;
import dev.rollcall.scim.error.ScimException;
import dev.rollcall.scim.json.JsonBuffer;
import dev.rollcall.scim.json.JsonReader;
import dev.rollcall.scim.json.JsonToken;
import dev.rollcall.scim.json.Names;
import dev.rollcall.scim.resource.Complex;
import dev.rollcall.scim.resource.Value;
import dev.rollcall.scim.schema.Attribute;
import dev.rollcall.scim.schema.Attributes;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads JSON as values of the attributes of a schema, in one pass: types, canonical names, unknown attributes and
 * duplicates. The one place where shapes are coerced. Not thread-safe.
 */
public final class ValueReader {
    /** What was taken once, under whichever tolerance, is taken again. */
    private static final Tolerance DOCUMENT = Tolerance.STRICT
            .with(Quirk.UNKNOWN_ATTRIBUTES)
            .with(Quirk.LOOSE_REFERENCES)
            .with(Quirk.LOOSE_FORMATS);

    private final Tolerance tolerance;
    private final boolean readOnlyToo;
    private final boolean anyShape;
    private final boolean anySingularForm;
    private final Trail trail = new Trail();
    private final ScalarReader scalars;

    private ValueReader(Tolerance tolerance, boolean readOnlyToo) {
        this.tolerance = tolerance;
        this.readOnlyToo = readOnlyToo;
        this.anyShape = anyShape(tolerance);
        this.anySingularForm = tolerance.allows(Quirk.SINGULAR_COMPLEX_FORMS);
        this.scalars = new ScalarReader(tolerance, trail);
    }

    /** Whether one value may stand for a list of one. */
    public static boolean anyShape(Tolerance tolerance) {
        return tolerance.allows(Quirk.VALUE_SHAPES);
    }

    /** Reads what a client sent; read-only attributes are passed over unread (RFC 7644 §3.3, §3.5.1). */
    public static ValueReader ofRequest(Tolerance tolerance) {
        return new ValueReader(tolerance, false);
    }

    /** Reads what a store kept, read-only attributes included; attributes no longer in the schema are passed over. */
    public static ValueReader ofDocument() {
        return new ValueReader(DOCUMENT, true);
    }

    /** Reads a single value of any attribute, read-only ones included, as the tolerance says. */
    public static ValueReader ofDocument(Tolerance tolerance) {
        return new ValueReader(tolerance, true);
    }

    /** The same reader, whose errors begin with the place. */
    public ValueReader at(String place) {
        trail.startAt(place);
        return this;
    }

    /**
     * Reads the value on whose first token the reader stands, and leaves it on the last.
     *
     * @return null if the value is null, empty, or holds nothing
     */
    public @Nullable Value read(JsonReader in, Attribute attribute) {
        if (in.token() == JsonToken.NULL) {
            return null;
        }
        return attribute.multiValued() ? readMany(in, attribute) : readSingle(in, attribute);
    }

    private @Nullable Value readMany(JsonReader in, Attribute attribute) {
        List<Value> values = new ArrayList<>();
        if (in.token() == JsonToken.START_ARRAY) {
            while (in.next() != JsonToken.END_ARRAY) {
                trail.enter(values.size());
                Value element = readElement(in, attribute);
                if (element != null) {
                    values.add(element);
                }
                trail.leave();
            }
        } else if (anyShape) {
            Value element = readElement(in, attribute);
            if (element != null) {
                values.add(element);
            }
        } else {
            throw trail.invalidValue("must be an array, since " + attribute.name() + " is multi-valued, not "
                    + in.token().noun() + " (" + in.where() + ")");
        }
        return values.isEmpty() ? null : new Value.Multi(values);
    }

    /**
     * Reads what a PATCH operation gives for a multi-valued attribute: a list of values, or one element alone
     * (RFC 7644 §3.5.2.1).
     */
    public @Nullable Value readManyOrOne(JsonReader in, Attribute attribute) {
        if (in.token() == JsonToken.START_ARRAY || in.token() == JsonToken.NULL) {
            return read(in, attribute);
        }
        Value element = readElement(in, attribute);
        return element == null ? null : new Value.Multi(List.of(element));
    }

    /** The object in a list of one, where shapes are forgiven; anything else as it is. */
    public JsonBuffer objectOfListOfOne(JsonBuffer value) {
        if (!anyShape || value.kind() != JsonToken.START_ARRAY) {
            return value;
        }
        JsonReader in = value.read();
        if (in.next() != JsonToken.START_OBJECT) {
            return value;
        }
        JsonBuffer object = JsonBuffer.record(in);
        return in.next() == JsonToken.END_ARRAY ? object : value;
    }

    /** Reads the one element that a PATCH operation gives for a value path; a list of one counts as it. */
    public @Nullable Value readOneElement(JsonReader in, Attribute attribute) {
        return in.token() == JsonToken.START_ARRAY ? readListOfOne(in, attribute) : readElement(in, attribute);
    }

    /** Reads one element of a multi-valued attribute. */
    public @Nullable Value readElement(JsonReader in, Attribute attribute) {
        if (in.token() == JsonToken.NULL) {
            return null;
        }
        if (!attribute.complex()) {
            return in.token() == JsonToken.START_OBJECT ? unwrap(in, attribute) : scalar(in, attribute);
        }
        if (in.token() == JsonToken.START_OBJECT) {
            return readObject(in, attribute.subAttributes());
        }
        return wrap(in, attribute, anyShape);
    }

    private @Nullable Value readSingle(JsonReader in, Attribute attribute) {
        if (in.token() == JsonToken.START_ARRAY) {
            boolean forgiven = attribute.complex() ? anySingularForm : anyShape;
            return forgiven ? readListOfOne(in, attribute) : refuseArray(in, attribute);
        }
        if (!attribute.complex()) {
            return in.token() == JsonToken.START_OBJECT ? unwrap(in, attribute) : scalar(in, attribute);
        }
        if (in.token() == JsonToken.START_OBJECT) {
            return readObject(in, attribute.subAttributes());
        }
        return wrap(in, attribute, anySingularForm);
    }

    private @Nullable Value readListOfOne(JsonReader in, Attribute attribute) {
        Value only = null;
        int count = 0;
        while (in.next() != JsonToken.END_ARRAY) {
            if (count++ > 0) {
                throw trail.invalidValue(
                        attribute.name() + " holds one value, but the array has several (" + in.where() + ")");
            }
            only = in.token() == JsonToken.START_ARRAY ? refuseArray(in, attribute) : readElement(in, attribute);
        }
        return only;
    }

    private Value refuseArray(JsonReader in, Attribute attribute) {
        throw trail.invalidValue("must be one value, since " + attribute.name() + " is not multi-valued, not an array ("
                + in.where() + ")");
    }

    /** A bare value where an object with a {@code value} belongs. */
    private @Nullable Value wrap(JsonReader in, Attribute attribute, boolean forgiven) {
        Attribute value = attribute.sub("value");
        if (in.token() == JsonToken.STRING && in.text().isEmpty()) {
            return null;
        }
        if (value == null || in.token() == JsonToken.START_ARRAY || !forgiven) {
            throw trail.invalidValue("must be an object with sub-attributes of " + attribute.name() + ", not "
                    + in.token().noun() + " (" + in.where() + ")");
        }
        Value inner = scalar(in, value);
        return inner == null
                ? null
                : Complex.builder(attribute.subAttributes()).set(value, inner).build();
    }

    /** An object with a {@code value} where a bare value belongs. */
    private @Nullable Value unwrap(JsonReader in, Attribute attribute) {
        if (!anyShape) {
            return scalar(in, attribute);
        }
        Value value = null;
        while (in.next() != JsonToken.END_OBJECT) {
            boolean isValue = in.text().equalsIgnoreCase("value");
            in.next();
            if (isValue && in.token() != JsonToken.START_OBJECT && in.token() != JsonToken.START_ARRAY) {
                value = in.token() == JsonToken.NULL ? null : scalar(in, attribute);
            } else {
                in.skip();
            }
        }
        return value;
    }

    private @Nullable Value scalar(JsonReader in, Attribute attribute) {
        return scalars.read(in, attribute);
    }

    /**
     * Reads the object on whose start the reader stands, and leaves it on its end.
     *
     * @return null if no attribute has a value
     */
    public @Nullable Complex readObject(JsonReader in, Attributes shape) {
        Complex.Builder builder = Complex.builder(shape);
        boolean[] seen = new boolean[shape.size()];
        Set<String> unknown = null;
        boolean any = false;
        while (in.next() != JsonToken.END_OBJECT) {
            String name = in.text();
            Attribute attribute = shape.find(name);
            in.next();
            if (attribute == null) {
                unknown = unknown == null ? new HashSet<>() : unknown;
                passOverUnknown(in, name, unknown);
            } else if (seen[attribute.index()]) {
                throw duplicate(name, in);
            } else {
                seen[attribute.index()] = true;
                if (readOnlyToo || attribute.writable()) {
                    trail.enter(attribute.name());
                    Value value = read(in, attribute);
                    trail.leave();
                    any |= value != null;
                    builder.set(attribute, value);
                } else {
                    in.skip();
                }
            }
        }
        return any ? builder.build() : null;
    }

    private void passOverUnknown(JsonReader in, String name, Set<String> seen) {
        if (!seen.add(Names.fold(name))) {
            throw duplicate(name, in);
        }
        Unknown.passOver(
                tolerance, () -> trail.invalidSyntax("\"" + name + "\" is not an attribute here (" + in.where() + ")"));
        in.skip();
    }

    /** RFC 7643 §2.1: names that differ only in case are one name. */
    private ScimException duplicate(String name, JsonReader in) {
        return trail.invalidSyntax("\"" + name + "\" stands twice in one object (" + in.where() + ")");
    }
}

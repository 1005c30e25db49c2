package dev.rollcall.scim.codec.internal;

import dev.rollcall.scim.codec.Projection;
import dev.rollcall.scim.json.JsonWriter;
import dev.rollcall.scim.resource.Complex;
import dev.rollcall.scim.resource.DateTime;
import dev.rollcall.scim.resource.Value;
import org.jspecify.annotations.Nullable;

/** Writes values as JSON; unassigned ones do not appear (RFC 7643 §2.5). Stateless and thread-safe. */
public final class ValueWriter {
    private ValueWriter() {}

    /** Writes a value as far as the projection shows it. */
    public static void write(JsonWriter out, Value value, Projection projection) {
        if (value instanceof Value.Text text) {
            out.string(text.value());
        } else if (value instanceof Complex complex) {
            out.startObject();
            writeMembers(out, complex, projection);
            out.endObject();
        } else if (value instanceof Value.Multi multi) {
            out.startArray();
            multi.values().forEach(element -> write(out, element, projection));
            out.endArray();
        } else if (value instanceof Value.Bool bool) {
            out.bool(bool.value());
        } else if (value instanceof Value.Reference reference) {
            out.string(reference.uri());
        } else if (value instanceof DateTime dateTime) {
            out.string(dateTime.text());
        } else if (value instanceof Value.Int number) {
            out.number(number.value());
        } else if (value instanceof Value.Decimal number) {
            out.number(number.value());
        } else if (value instanceof Value.Binary binary) {
            out.string(binary.base64());
        }
    }

    private static void writeMembers(JsonWriter out, Complex complex, Projection projection) {
        complex.forEach((attribute, value) -> {
            Projection inner = projection.of(attribute);
            if (inner != null && !isHidden(value, inner)) {
                out.name(attribute.name());
                write(out, value, inner);
            }
        });
    }

    /** Whether nothing of a value would be left: an object emptied by projection is omitted. */
    public static boolean isHidden(@Nullable Value value, Projection projection) {
        if (value == null) {
            return true;
        }
        if (projection == Projection.EVERYTHING) {
            return false;
        }
        if (value instanceof Complex complex) {
            boolean[] shown = new boolean[1];
            complex.forEach((attribute, inner) -> {
                Projection below = projection.of(attribute);
                shown[0] |= below != null && !isHidden(inner, below);
            });
            return !shown[0];
        }
        return value instanceof Value.Multi multi && multi.values().stream().allMatch(e -> isHidden(e, projection));
    }
}

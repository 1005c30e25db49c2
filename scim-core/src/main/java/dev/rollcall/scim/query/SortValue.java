package dev.rollcall.scim.query;

import dev.rollcall.scim.resource.Collation;
import dev.rollcall.scim.resource.DateTime;
import dev.rollcall.scim.resource.Value;
import dev.rollcall.scim.schema.Attribute;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * A value as it is ordered, by the type of its attribute (RFC 7644 §3.4.2.3). Immutable and thread-safe.
 *
 * <p>Comparing is a total order over all kinds, since resource types may give attributes of one name different types.
 */
public sealed interface SortValue extends Comparable<SortValue> {
    /**
     * How many characters of a text, or bytes of a binary value, count for its order; values that agree that far are
     * ordered by the ids of their resources. Without a bound neither a cursor nor the memory of a sorted page had one.
     */
    int LENGTH = 500;

    /** Whole base64 quantums that hold the bytes that count. */
    int BASE64_LENGTH = (LENGTH + 2) / 3 * 4;

    /** A boolean: false comes first. */
    record Flag(boolean value) implements SortValue {}

    /** A number of any type, ordered by what it amounts to. */
    record Number(BigDecimal value) implements SortValue {}

    /** A time, ordered by the instant. */
    record Time(Instant value) implements SortValue {}

    /** A text as its prepared key, ordered by code points. */
    record Text(String key) implements SortValue {}

    /** The value of an attribute; null if it has no order, being complex. */
    static @Nullable SortValue of(@Nullable Value value, Attribute attribute) {
        if (value instanceof Value.Text text) {
            return text(text.value(), attribute);
        } else if (value instanceof Value.Reference reference) {
            return text(reference.uri(), attribute);
        } else if (value instanceof DateTime time) {
            return new Time(time.instant());
        } else if (value instanceof Value.Bool bool) {
            return new Flag(bool.value());
        } else if (value instanceof Value.Int number) {
            return new Number(BigDecimal.valueOf(number.value()));
        } else if (value instanceof Value.Decimal number) {
            return new Number(number.value());
        }
        return value instanceof Value.Binary binary ? bytes(binary.base64()) : null;
    }

    private static Text text(String text, Attribute attribute) {
        return new Text(cut(Collation.key(text, attribute.caseExact())));
    }

    /** By whole characters: half a surrogate pair would come in another place than the pair. */
    private static String cut(String key) {
        return key.length() <= LENGTH || key.codePointCount(0, key.length()) <= LENGTH
                ? key
                : key.substring(0, key.offsetByCodePoints(0, LENGTH));
    }

    /** The bytes as characters, since the order of the letters of base64 is not that of the bytes they stand for. */
    private static Text bytes(String base64) {
        String beginning = base64.length() > BASE64_LENGTH ? base64.substring(0, BASE64_LENGTH) : base64;
        return new Text(cut(new String(Base64.getDecoder().decode(beginning), StandardCharsets.ISO_8859_1)));
    }

    @Override
    default int compareTo(SortValue other) {
        if (this instanceof Text a && other instanceof Text b) {
            return Collation.compare(a.key, b.key);
        } else if (this instanceof Time a && other instanceof Time b) {
            return a.value.compareTo(b.value);
        } else if (this instanceof Number a && other instanceof Number b) {
            return a.value.compareTo(b.value);
        } else if (this instanceof Flag a && other instanceof Flag b) {
            return Boolean.compare(a.value, b.value);
        }
        return Integer.compare(kind(), other.kind());
    }

    private int kind() {
        return this instanceof Flag ? 0 : this instanceof Number ? 1 : this instanceof Time ? 2 : 3;
    }
}

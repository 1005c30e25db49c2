package dev.rollcall.scim.codec.internal;

import dev.rollcall.scim.codec.Quirk;
import dev.rollcall.scim.codec.Tolerance;
import dev.rollcall.scim.json.JsonReader;
import dev.rollcall.scim.json.JsonToken;
import dev.rollcall.scim.resource.DateTime;
import dev.rollcall.scim.resource.UriText;
import dev.rollcall.scim.resource.Value;
import dev.rollcall.scim.schema.Attribute;
import dev.rollcall.scim.schema.ValueFormat;
import java.math.BigDecimal;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads one JSON string, number or boolean as a value of an attribute's type (RFC 7643 §2.3). */
final class ScalarReader {
    /** Beyond this a number is a few bytes of text and gigabytes of digits. */
    private static final int MAX_EXPONENT = 300;

    private final Tolerance tolerance;
    private final Trail trail;
    private final boolean looseReferences;
    private final boolean looseFormats;

    ScalarReader(Tolerance tolerance, Trail trail) {
        this.tolerance = tolerance;
        this.looseReferences = tolerance.allows(Quirk.LOOSE_REFERENCES);
        this.looseFormats = tolerance.allows(Quirk.LOOSE_FORMATS);
        this.trail = trail;
    }

    /** The value; null for the empty string, which counts as unassigned. */
    @Nullable
    Value read(JsonReader in, Attribute attribute) {
        JsonToken token = in.token();
        if (token == JsonToken.STRING && in.text().isEmpty()) {
            return null;
        }
        Value value = switch (attribute.type()) {
            case STRING -> new Value.Text(string(in, "a string"));
            case REFERENCE -> reference(in);
            case BOOLEAN -> bool(in);
            case INTEGER -> integer(in);
            case DECIMAL -> decimal(in);
            case DATE_TIME -> dateTime(in);
            case BINARY -> binary(in);
            case COMPLEX -> throw new IllegalArgumentException(attribute + " is complex");
        };
        if (attribute.format() != null) {
            checkFormat(attribute.format(), value, in);
        }
        return value;
    }

    /** RFC 7643 §2.3.7: an absolute or relative URI. */
    private Value reference(JsonReader in) {
        String text = string(in, "a URI in a string");
        if (!looseReferences && !UriText.isReference(text)) {
            throw trail.invalidValue("must be an absolute or relative URI, such as https://example.com/a or Users/1 ("
                    + in.where() + ")");
        }
        return new Value.Reference(text);
    }

    /** RFC 7643 §4.1: the forms of some attributes of a User. */
    private void checkFormat(ValueFormat format, Value value, JsonReader in) {
        String text = value instanceof Value.Binary binary ? binary.base64() : ((Value.Text) value).value();
        if (!looseFormats && !format.accepts(text)) {
            throw trail.invalidValue("must be " + format.wanted() + " (" + in.where() + ")");
        }
    }

    private String string(JsonReader in, String wanted) {
        if (in.token() != JsonToken.STRING) {
            throw misfit(wanted, in);
        }
        return in.text();
    }

    private Value bool(JsonReader in) {
        if (in.token() == JsonToken.TRUE || in.token() == JsonToken.FALSE) {
            return new Value.Bool(in.token() == JsonToken.TRUE);
        }
        Optional<Boolean> said =
                in.token() == JsonToken.STRING ? StringLiterals.bool(in.text(), tolerance) : Optional.empty();
        if (said.isPresent()) {
            return new Value.Bool(said.get());
        }
        throw misfit("true or false", in);
    }

    private boolean isNumber(JsonReader in, JsonToken token) {
        return in.token() == token
                || (in.token() == JsonToken.STRING
                        && StringLiterals.number(in.text(), tolerance).isPresent());
    }

    private Value integer(JsonReader in) {
        // RFC 7643 §2.3.4: no fraction and no exponent, so 1.0 is none.
        if (isNumber(in, JsonToken.INTEGER) && in.text().matches("-?\\d{1,19}")) {
            try {
                return new Value.Int(Long.parseLong(in.text()));
            } catch (NumberFormatException e) {
                throw trail.invalidValue("must be an integer between " + Long.MIN_VALUE + " and " + Long.MAX_VALUE
                        + " (" + in.where() + ")");
            }
        }
        throw misfit("an integer without fraction or exponent, of 64 bits at most", in);
    }

    private Value decimal(JsonReader in) {
        if (isNumber(in, JsonToken.DECIMAL) || in.token() == JsonToken.INTEGER) {
            try {
                BigDecimal number = new BigDecimal(in.text());
                if (Math.abs((long) number.scale()) <= MAX_EXPONENT) {
                    return new Value.Decimal(number);
                }
            } catch (NumberFormatException e) {
                throw misfit("a decimal number", in);
            }
        }
        throw misfit("a decimal number with an exponent of " + MAX_EXPONENT + " at most", in);
    }

    private Value dateTime(JsonReader in) {
        String text = string(in, "a dateTime in a string");
        return DateTime.parse(text)
                .orElseThrow(() -> trail.invalidValue("must be an xsd:dateTime with date and time, such as"
                        + " 2026-01-31T12:00:00Z (" + in.where() + ")"));
    }

    private Value binary(JsonReader in) {
        String text = string(in, "base64 in a string");
        try {
            byte[] bytes = Base64.getDecoder().decode(text);
            return new Value.Binary(Base64.getEncoder().encodeToString(bytes));
        } catch (IllegalArgumentException e) {
            throw trail.invalidValue("must be base64 (RFC 4648 section 4), without line breaks (" + in.where() + ")");
        }
    }

    private RuntimeException misfit(String wanted, JsonReader in) {
        // The value itself is not repeated: it could be a secret.
        return trail.invalidValue("must be " + wanted + ", not " + in.token().noun() + " (" + in.where() + ")");
    }
}

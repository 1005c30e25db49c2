package dev.rollcall.scim.provisioning.engine;

import dev.rollcall.scim.patch.Change;
import dev.rollcall.scim.patch.ChangeSet;
import dev.rollcall.scim.provisioning.log.AttributeChange;
import dev.rollcall.scim.resource.Complex;
import dev.rollcall.scim.resource.DateTime;
import dev.rollcall.scim.resource.Value;
import dev.rollcall.scim.schema.Attribute;
import dev.rollcall.scim.schema.ResourceType;
import dev.rollcall.scim.schema.Returned;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What changed, as text for people. What is never returned to a client is never shown here. */
final class AttributeTexts {
    /** Longer values are cut: the log says what happened, and is no copy of the directory. */
    private static final int LONGEST = 500;

    private AttributeTexts() {}

    static List<AttributeChange> of(ChangeSet changes, ResourceType type) {
        List<AttributeChange> texts = new ArrayList<>();
        for (Change change : changes.changes()) {
            boolean sensitive = isSensitive(change.path(), type);
            texts.add(new AttributeChange(
                    change.path(), text(change.before(), sensitive), text(change.after(), sensitive)));
        }
        return texts;
    }

    private static boolean isSensitive(String path, ResourceType type) {
        Attribute top = type.find(path.split("[.:]", 2)[0]);
        Attribute extension = type.extensionAttributes()
                .filter(e -> path.startsWith(e.name() + ":"))
                .findFirst()
                .orElse(null);
        Attribute inner = extension == null
                ? null
                : extension.sub(path.substring(extension.name().length() + 1));
        return isHidden(top) || isHidden(inner);
    }

    private static boolean isHidden(@Nullable Attribute attribute) {
        return attribute != null && attribute.returned() == Returned.NEVER;
    }

    private static @Nullable String text(@Nullable Value value, boolean sensitive) {
        if (value == null) {
            return null;
        }
        String text = sensitive ? AttributeChange.MASKED : text(value);
        return text.codePointCount(0, text.length()) > LONGEST
                ? text.substring(0, text.offsetByCodePoints(0, LONGEST)) + "…"
                : text;
    }

    private static String text(Value value) {
        if (value instanceof Value.Text text) {
            return text.value();
        } else if (value instanceof Value.Bool bool) {
            return Boolean.toString(bool.value());
        } else if (value instanceof Value.Int number) {
            return Long.toString(number.value());
        } else if (value instanceof Value.Decimal number) {
            return number.value().toPlainString();
        } else if (value instanceof Value.Reference reference) {
            return reference.uri();
        } else if (value instanceof Value.Binary binary) {
            return binary.base64();
        } else if (value instanceof DateTime time) {
            return time.text();
        } else if (value instanceof Complex complex) {
            return text(complex);
        }
        return value.elements().stream().map(AttributeTexts::text).collect(Collectors.joining("; "));
    }

    private static String text(Complex complex) {
        List<String> parts = new ArrayList<>();
        complex.forEach((attribute, value) ->
                parts.add(attribute.name() + "=" + (isHidden(attribute) ? AttributeChange.MASKED : text(value))));
        return String.join(", ", parts);
    }
}

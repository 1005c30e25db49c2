package dev.rollcall.scim.codec.internal;

import dev.rollcall.scim.error.ScimException;
import java.util.ArrayList;
import java.util.List;

/** Where in a body a reader is, so that an error can say {@code emails[1].value}; text is made only for an error. */
final class Trail {
    private final List<Object> steps = new ArrayList<>();

    void enter(String name) {
        steps.add(name);
    }

    void enter(int index) {
        steps.add(index);
    }

    void leave() {
        steps.remove(steps.size() - 1);
    }

    /** Sets the place of a value that is read on its own, as in a PATCH operation. */
    void startAt(String place) {
        steps.clear();
        if (!place.isEmpty()) {
            steps.add(place);
        }
    }

    ScimException invalidValue(String problem) {
        return ScimException.invalidValue(this + problem);
    }

    ScimException invalidSyntax(String problem) {
        return ScimException.invalidSyntax(this + problem);
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        for (Object step : steps) {
            if (step instanceof Integer index) {
                text.append('[').append(index).append(']');
            } else {
                text.append(text.isEmpty() ? "" : text.indexOf(":") >= 0 && text.indexOf("[") < 0 ? ":" : ".")
                        .append(step);
            }
        }
        return text.isEmpty() ? "" : text.append(": ").toString();
    }
}

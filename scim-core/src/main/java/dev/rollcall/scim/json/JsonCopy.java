package dev.rollcall.scim.json;

import java.util.ArrayDeque;
import java.util.Deque;

/** Copies a JSON value from a reader to a writer, with some of its texts changed on the way. Stateless. */
public final class JsonCopy {
    private JsonCopy() {}

    /** What becomes of the texts; they are not checked to be Unicode yet. */
    public interface Edit {
        /**
         * An object or array begins.
         *
         * @param depth the number of objects and arrays of the copied value that are open now
         */
        default void opened(int depth) {}

        /** What becomes of the name of a member. */
        String name(String name);

        /**
         * What becomes of a string.
         *
         * @param member the name of the member that it is the value of, or is in the list of; empty if there is none
         * @param depth the number of objects and arrays of the copied value that it stands in
         */
        String string(String text, String member, int depth);
    }

    /** Copies the value that the reader stands on; the reader then stands on the value's last token. */
    public static void copy(JsonReader in, JsonWriter out, Edit edit) {
        Deque<String> members = new ArrayDeque<>();
        String member = "";
        while (true) {
            JsonToken token = in.token();
            if (token.opens()) {
                members.push(member);
                edit.opened(members.size());
            } else if (token.closes()) {
                member = members.pop();
            }
            switch (token) {
                case START_OBJECT -> out.startObject();
                case END_OBJECT -> out.endObject();
                case START_ARRAY -> out.startArray();
                case END_ARRAY -> out.endArray();
                case NAME -> {
                    member = in.rawText();
                    out.name(edit.name(member));
                }
                case STRING -> out.string(edit.string(in.rawText(), member, members.size()));
                case INTEGER, DECIMAL -> out.number(in.rawText());
                case TRUE, FALSE -> out.bool(token == JsonToken.TRUE);
                case NULL -> out.nothing();
                case END -> throw new IllegalStateException("There is no value to copy");
            }
            if (members.isEmpty()) {
                return;
            }
            in.next();
        }
    }
}

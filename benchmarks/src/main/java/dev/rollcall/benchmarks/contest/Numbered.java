package dev.rollcall.benchmarks.contest;

import dev.rollcall.benchmarks.load.Person;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Users as bodies of requests that differ in a number only, which costs next to nothing to write into them. */
public final class Numbered {
    private static final String ZERO = "0000000";

    private final byte[] template;
    private final List<Integer> places = new ArrayList<>();

    /** Users as identity providers send them. */
    public Numbered() {
        String text = new Person(0).json();
        template = text.getBytes(StandardCharsets.ISO_8859_1);
        for (int at = text.indexOf(ZERO); at >= 0; at = text.indexOf(ZERO, at + 1)) {
            places.add(at);
        }
    }

    /** The body with the number in it. */
    public byte[] body(int number) {
        byte[] body = template.clone();
        for (int place : places) {
            int rest = number;
            for (int digit = ZERO.length() - 1; digit >= 0; digit--) {
                body[place + digit] = (byte) ('0' + rest % 10);
                rest /= 10;
            }
        }
        return body;
    }

    /** The {@code userName} of the user of that number. */
    public static String userName(int number) {
        return new Person(number).userName();
    }
}

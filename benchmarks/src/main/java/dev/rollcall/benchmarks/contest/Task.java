package dev.rollcall.benchmarks.contest;

import java.util.Arrays;
import java.util.Locale;

/** Something that every library is asked to do. The name in lower case, with hyphens, is that of its row. */
public enum Task {
    /** Text to filter: one term. */
    PARSE_SIMPLE,
    /** Text to filter: four terms, a value path, parentheses and a date. */
    PARSE_LONG,
    /** That filter on a user whom it matches. */
    EVALUATE_HIT,
    /** That filter on a user whom its last term refuses. */
    EVALUATE_MISS,
    /** Bytes to a user, checked against the schema. */
    DECODE,
    /** A user to bytes. */
    ENCODE,
    /** A PATCH request, read and applied: one value of one element. */
    PATCH_EMAIL,
    /** A PATCH request, read and applied: in turns one member more and one less. */
    MEMBER_10,
    /** The same in a group of ten thousand. */
    MEMBER_10000,
    /** The same in a group of a million. */
    MEMBER_1000000,
    /** The same in a group of ten, beside that of a million. */
    MEMBER_10_BESIDE,
    /** A whole request without HTTP: one user of a thousand by id. */
    GET,
    /** A new user. */
    CREATE,
    /** A page of a hundred users. */
    LIST,
    /** One value of one element of one user of a thousand. */
    PATCH,
    /** One user by {@code userName} among a hundred thousand. */
    FIND;

    /** The name of the row. */
    public String row() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The task of a row. */
    public static Task of(String row) {
        return Arrays.stream(values())
                .filter(task -> task.row().equals(row))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no row " + row));
    }

    /** What has to be right too: who matches nobody refuses everybody right. */
    public Task premise() {
        return this == EVALUATE_MISS ? EVALUATE_HIT : this;
    }

    /** How many members the group has. */
    public int members() {
        return switch (this) {
            case MEMBER_10, MEMBER_10_BESIDE -> 10;
            case MEMBER_10000 -> 10_000;
            case MEMBER_1000000 -> 1_000_000;
            default -> throw new IllegalStateException(this + " is not about members");
        };
    }

    /** Whether it is about members of a group. */
    public boolean isMember() {
        return row().startsWith("member");
    }

    /** Whether it is a whole request. */
    public boolean isRequest() {
        return compareTo(GET) >= 0;
    }
}

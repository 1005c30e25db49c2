package dev.rollcall.scim.resource;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A {@code dateTime}: the text as the client sent it, which is returned unchanged, and the instant by which it is
 * compared (RFC 7643 §2.3.5, XML Schema part 2 §3.2.7). A text without offset counts as UTC.
 */
public record DateTime(String text, Instant instant) implements Value {
    private static final Pattern XSD = Pattern.compile(
            "(-?\\d{4,9})-(\\d\\d)-(\\d\\d)T(\\d\\d):(\\d\\d):(\\d\\d)" + "(?:\\.(\\d{1,30}))?(Z|[+-]\\d\\d:\\d\\d)?");

    /** The instant in its shortest UTC form. */
    public static DateTime of(Instant instant) {
        return new DateTime(instant.toString(), instant);
    }

    /** The date and time that the text stands for; empty if it is not an xsd:dateTime. */
    public static Optional<DateTime> parse(String text) {
        Matcher m = XSD.matcher(text);
        if (!m.matches()) {
            return Optional.empty();
        }
        try {
            LocalDate date =
                    LocalDate.of(Integer.parseInt(m.group(1)), Integer.parseInt(m.group(2)), number(m.group(3)));
            boolean endOfDay = m.group(4).equals("24");
            LocalTime time = endOfDay
                    ? endOfDay(m)
                    : LocalTime.of(number(m.group(4)), number(m.group(5)), number(m.group(6)), nanos(m.group(7)));
            Instant instant = (endOfDay ? date.plusDays(1) : date).atTime(time).toInstant(offset(m.group(8)));
            return Optional.of(new DateTime(text, instant));
        } catch (DateTimeException e) {
            // A field out of range, such as the 31st of June: not a dateTime.
            return Optional.empty();
        }
    }

    /** XML Schema writes midnight at the end of a day as 24:00:00. */
    private static LocalTime endOfDay(Matcher m) {
        if (number(m.group(5)) != 0 || number(m.group(6)) != 0 || nanos(m.group(7)) != 0) {
            throw new DateTimeException("Beyond the end of the day");
        }
        return LocalTime.MIDNIGHT;
    }

    private static int number(String digits) {
        return Integer.parseInt(digits);
    }

    private static int nanos(@Nullable String fraction) {
        return fraction == null ? 0 : Integer.parseInt((fraction + "000000000").substring(0, 9));
    }

    private static ZoneOffset offset(@Nullable String offset) {
        if (offset == null || offset.equals("Z")) {
            return ZoneOffset.UTC;
        }
        int sign = offset.charAt(0) == '-' ? -1 : 1;
        int hours = number(offset.substring(1, 3));
        int minutes = number(offset.substring(4, 6));
        if (hours > 14 || minutes > 59 || (hours == 14 && minutes > 0)) {
            throw new DateTimeException("Offset beyond 14:00");
        }
        return ZoneOffset.ofHoursMinutes(sign * hours, sign * minutes);
    }
}

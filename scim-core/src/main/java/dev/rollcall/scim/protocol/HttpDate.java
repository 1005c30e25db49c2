package dev.rollcall.scim.protocol;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Dates as HTTP writes them, to the second and in GMT (RFC 9110 §5.6.7). Stateless and thread-safe. */
final class HttpDate {
    private static final DateTimeFormatter IMF =
            DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH);

    /** The present form, and the two obsolete ones that a recipient must still read. */
    private static final List<DateTimeFormatter> FORMS = List.of(
            IMF,
            new DateTimeFormatterBuilder()
                    .appendPattern("EEEE, dd-MMM-")
                    // A year of two digits is never more than 50 years ahead.
                    .appendValueReduced(ChronoField.YEAR, 2, 2, 1975)
                    .appendPattern(" HH:mm:ss 'GMT'")
                    .toFormatter(Locale.ENGLISH),
            DateTimeFormatter.ofPattern("EEE MMM ppd HH:mm:ss yyyy", Locale.ENGLISH));

    private HttpDate() {}

    static Instant seconds(Instant instant) {
        return instant.truncatedTo(ChronoUnit.SECONDS);
    }

    static String format(Instant instant) {
        return IMF.format(LocalDateTime.ofInstant(instant, ZoneOffset.UTC));
    }

    /** The date; empty if it is none, which is then to be ignored (RFC 9110 §13.1.3, §13.1.4). */
    static Optional<Instant> parse(String text) {
        for (DateTimeFormatter form : FORMS) {
            try {
                return Optional.of(LocalDateTime.parse(text.strip(), form).toInstant(ZoneOffset.UTC));
            } catch (DateTimeException e) {
                // The next form may fit.
                continue;
            }
        }
        return Optional.empty();
    }
}

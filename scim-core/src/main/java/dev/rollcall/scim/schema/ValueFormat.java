package dev.rollcall.scim.schema;

import java.io.ByteArrayInputStream;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.time.ZoneId;
import java.util.Base64;
import java.util.IllformedLocaleException;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;

/** What RFC 7643 §4.1 says of the form of a value beyond its type. Stateless and thread-safe. */
public enum ValueFormat {
    /** Languages as in the header {@code Accept-Language}. */
    LANGUAGE_RANGES("languages as in Accept-Language, such as de-CH, en;q=0.8", ValueFormat::isLanguageRanges),
    /** One language tag (RFC 5646); an underscore may separate its parts. */
    LANGUAGE_TAG("a language tag such as de-CH", ValueFormat::isLanguageTag),
    /** The name of a time zone in the IANA database. */
    TIME_ZONE("the IANA name of a time zone, such as Europe/Zurich", ValueFormat::isTimeZone),
    /** The two letters of a country in ISO 3166-1, in any case. */
    COUNTRY("a country code of two letters (ISO 3166-1), such as CH", ValueFormat::isCountry),
    /** One X.509 certificate in DER, in base64. */
    CERTIFICATE("exactly one X.509 certificate in DER, in base64", ValueFormat::isCertificate);

    /** No header, tag or name is longer; longer ones would only take time. */
    private static final int LONGEST_NAME = 1_000;

    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

    private final String wanted;
    private final Predicate<String> test;

    ValueFormat(String wanted, Predicate<String> test) {
        this.wanted = wanted;
        this.test = test;
    }

    /** What is allowed, in words that go on after "must be". */
    public String wanted() {
        return wanted;
    }

    /** Whether the text, or the padded base64 of a binary value, has the form. */
    public boolean accepts(String text) {
        return test.test(text);
    }

    private static boolean isLanguageRanges(String text) {
        try {
            return text.length() <= LONGEST_NAME
                    && !Locale.LanguageRange.parse(text).isEmpty();
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static boolean isLanguageTag(String text) {
        if (text.length() > LONGEST_NAME) {
            return false;
        }
        try {
            new Locale.Builder().setLanguageTag(text.replace('_', '-'));
            return true;
        } catch (IllformedLocaleException e) {
            return false;
        }
    }

    private static boolean isTimeZone(String text) {
        return ZoneId.getAvailableZoneIds().contains(text);
    }

    private static boolean isCountry(String text) {
        return text.length() == 2 && COUNTRIES.contains(text.toUpperCase(Locale.ROOT));
    }

    private static boolean isCertificate(String base64) {
        ByteArrayInputStream der = new ByteArrayInputStream(Base64.getDecoder().decode(base64));
        try {
            CertificateFactory.getInstance("X.509").generateCertificate(der);
            return der.available() == 0;
        } catch (CertificateException e) {
            return false;
        }
    }
}

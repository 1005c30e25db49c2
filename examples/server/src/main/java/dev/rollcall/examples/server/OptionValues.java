package dev.rollcall.examples.server;

import dev.rollcall.scim.provisioning.provider.RequestRate;
import dev.rollcall.scim.provisioning.provider.SecretText;
import dev.rollcall.scim.servlet.AccessLog;
import java.net.URI;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the values of options. */
final class OptionValues {
    /** RFC 6750 §2.1; nothing in it needs quotes in a shell. */
    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9._~+/-]+=*");

    private static final Pattern RATE = Pattern.compile("(\\d{1,7})/(\\d{1,7})");

    private OptionValues() {}

    static int port(String value) {
        if (!value.matches("\\d{1,5}") || Integer.parseInt(value) > 65535) {
            throw new UsageException("--port is \"" + value + "\"; it must be a number from 0 to 65535");
        }
        return Integer.parseInt(value);
    }

    static @Nullable String token(@Nullable String value) {
        if (value == null) {
            return null;
        }
        if (!TOKEN.matcher(value).matches()) {
            throw new UsageException("--token may have letters, digits and - . _ ~ + / with = at its end");
        }
        if (SecretText.hasPrefix(value) && !SecretText.looksRight(value)) {
            throw new UsageException("--token begins like one of this server's, but is mistyped or cut off");
        }
        return value;
    }

    static boolean newCredentials(@Nullable String value) {
        if (value != null && !value.equals("new")) {
            throw new UsageException("--credentials is \"" + value + "\"; it must be new, or left out");
        }
        return value != null;
    }

    static @Nullable String baseUrl(@Nullable String value) {
        if (value == null) {
            return null;
        }
        try {
            URI uri = URI.create(value);
            boolean http = "http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme());
            boolean bare = uri.getRawQuery() == null && uri.getRawFragment() == null && uri.getRawUserInfo() == null;
            if (http && bare && uri.getHost() != null) {
                return value.replaceAll("/+$", "");
            }
        } catch (IllegalArgumentException e) {
            throw new UsageException("--base-url is \"" + value + "\", which is no URL: " + e.getMessage());
        }
        throw new UsageException("--base-url is \"" + value + "\"; it must be like https://scim.example.com/scim/v2");
    }

    static @Nullable RequestRate rate(@Nullable String value) {
        if (value == null) {
            return null;
        }
        if (value.equals("off")) {
            return RequestRate.UNLIMITED;
        }
        Matcher rate = RATE.matcher(value);
        if (!rate.matches()) {
            throw new UsageException("--rate is \"" + value + "\"; it must be two numbers such as 25/100, or: off");
        }
        try {
            return new RequestRate(Integer.parseInt(rate.group(1)), Integer.parseInt(rate.group(2)));
        } catch (IllegalArgumentException e) {
            throw new UsageException("--rate is \"" + value + "\": " + e.getMessage());
        }
    }

    static @Nullable AccessLog accessLog(@Nullable String value) {
        if (value == null) {
            return null;
        }
        return switch (value) {
            case "plain" -> AccessLog.create();
            case "full" ->
                AccessLog.create().withIds().withQueryValues().withCallerName().withClientAddress();
            default -> throw new UsageException("--access-log is \"" + value + "\"; it must be plain or full");
        };
    }

    static Path path(String option, String value) {
        try {
            return Path.of(value);
        } catch (InvalidPathException e) {
            throw new UsageException(option + " is \"" + value + "\", which is no path: " + e.getReason());
        }
    }
}

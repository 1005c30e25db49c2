package dev.rollcall.scim.testkit.conversation;

import java.net.URI;
import java.util.Locale;

/** Checks and normalises SCIM base URLs. */
final class BaseUrl {
    private BaseUrl() {}

    /** @throws IllegalArgumentException if requests cannot be made below it */
    static URI normal(URI url) {
        var scheme = String.valueOf(url.getScheme()).toLowerCase(Locale.ROOT);
        if (!(scheme.equals("http") || scheme.equals("https")) || url.getHost() == null || url.getPort() > 65535) {
            throw new IllegalArgumentException("not an http or https URL with a valid host and port: " + url);
        }
        if (url.getRawQuery() != null || url.getRawFragment() != null || url.getRawUserInfo() != null) {
            throw new IllegalArgumentException(
                    "a SCIM base URL has no user, query or fragment (RFC 7644 §1.3): " + url);
        }
        return URI.create(url.toString().replaceFirst("/+$", ""));
    }
}

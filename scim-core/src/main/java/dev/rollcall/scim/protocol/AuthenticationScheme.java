package dev.rollcall.scim.protocol;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A way to authenticate, as {@code /ServiceProviderConfig} shows it (RFC 7643 §5). Immutable and thread-safe.
 *
 * @param type one of {@link #TYPES}
 * @param name for people, such as {@code HTTP Basic}
 * @param description for people
 * @param specUri the specification of the scheme; null if not told
 * @param documentationUri how this service uses it; null if not told
 * @param primary whether it is the one to choose; at most one of a service is
 */
public record AuthenticationScheme(
        String type,
        String name,
        String description,
        @Nullable String specUri,
        @Nullable String documentationUri,
        boolean primary) {
    /** The types that the RFC has; a client certificate has none of its own and is left out. */
    public static final List<String> TYPES = List.of("oauth", "oauth2", "oauthbearertoken", "httpbasic", "httpdigest");

    /** A token in the {@code Authorization} header that was handed out beforehand (RFC 6750). */
    public static final AuthenticationScheme BEARER_TOKEN = of(
            "oauthbearertoken",
            "OAuth Bearer Token",
            "A token in the Authorization header.",
            "https://www.rfc-editor.org/info/rfc6750");

    /** User name and password in the {@code Authorization} header (RFC 7617). */
    public static final AuthenticationScheme BASIC = of(
            "httpbasic",
            "HTTP Basic",
            "User name and password of API credentials.",
            "https://www.rfc-editor.org/info/rfc7617");

    /** A token that a client gets from an authorization server (RFC 6749). */
    public static final AuthenticationScheme OAUTH2 = of(
            "oauth2",
            "OAuth 2.0",
            "A token that an authorization server has issued.",
            "https://www.rfc-editor.org/info/rfc6749");

    /**
     * Checks the type.
     *
     * @throws IllegalArgumentException if the type is none of {@link #TYPES}
     */
    public AuthenticationScheme {
        if (!TYPES.contains(type)) {
            throw new IllegalArgumentException(
                    "The type of an authentication scheme is \"" + type + "\"; it must be one of " + TYPES);
        }
        Objects.requireNonNull(name);
        Objects.requireNonNull(description);
    }

    private static AuthenticationScheme of(String type, String name, String description, String specUri) {
        return new AuthenticationScheme(type, name, description, specUri, null, false);
    }

    /** The same, as the one to choose. */
    public AuthenticationScheme asPrimary() {
        return new AuthenticationScheme(type, name, description, specUri, documentationUri, true);
    }

    /** The same with a page on how this service uses it. */
    public AuthenticationScheme withDocumentationUri(String uri) {
        return new AuthenticationScheme(type, name, description, specUri, uri, primary);
    }
}

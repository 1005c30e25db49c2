package dev.rollcall.scim.protocol;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What {@code /ServiceProviderConfig} says and the protocol cannot know by itself (RFC 7643 §5). Immutable and
 * thread-safe.
 *
 * @param documentationUri where people read about the service; null if nowhere
 * @param authenticationSchemes how clients authenticate, as the adapter in front knows; empty if it does not say
 */
public record ServiceDescription(@Nullable String documentationUri, List<AuthenticationScheme> authenticationSchemes) {
    /** Nothing to tell. */
    public static final ServiceDescription NONE = new ServiceDescription(null, List.of());

    /** Copies the list. */
    public ServiceDescription {
        authenticationSchemes = List.copyOf(authenticationSchemes);
    }

    /** The same with another place to read. */
    public ServiceDescription withDocumentationUri(String uri) {
        return new ServiceDescription(uri, authenticationSchemes);
    }

    /** The same with other schemes. */
    public ServiceDescription withAuthenticationSchemes(List<AuthenticationScheme> schemes) {
        return new ServiceDescription(documentationUri, schemes);
    }
}

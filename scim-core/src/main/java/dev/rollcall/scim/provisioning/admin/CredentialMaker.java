package dev.rollcall.scim.provisioning.admin;

import dev.rollcall.scim.provisioning.engine.Work;
import dev.rollcall.scim.provisioning.provider.Credential;
import dev.rollcall.scim.provisioning.provider.CredentialType;
import dev.rollcall.scim.provisioning.provider.Provider;
import dev.rollcall.scim.provisioning.provider.SecretHash;
import dev.rollcall.scim.provisioning.provider.SecretText;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Makes credentials with secrets that nobody can guess. */
final class CredentialMaker {
    private static final int LONGEST_SLUG = 20;

    private CredentialMaker() {}

    /** A new credential of the provider, which the unit of work holds. */
    static CreatedCredential make(Work work, Provider provider, CredentialType type, @Nullable Instant expires) {
        SecureRandom random = new SecureRandom();
        String secret = SecretText.make(random);
        Credential credential = new Credential(
                provider.tenant(),
                provider.id(),
                work.newId(),
                type,
                userName(provider, random),
                SecretHash.of(secret),
                work.now(),
                expires,
                null);
        work.state().credentials().insert(credential);
        return new CreatedCredential(credential, secret);
    }

    /** Tells people whose it is, is unique over all tenants, and has no colon (RFC 7617 §2). */
    private static String userName(Provider provider, SecureRandom random) {
        String plain = Normalizer.normalize(provider.settings().displayName(), Normalizer.Form.NFD)
                .toLowerCase(Locale.ROOT)
                .replaceAll("\\p{M}+", "")
                .replaceAll("[^a-z0-9]+", "-");
        String slug = plain.substring(0, Math.min(LONGEST_SLUG, plain.length())).replaceAll("^-+|-+$", "");
        String number = String.format("%016x", random.nextLong());
        return "rck-" + (slug.isEmpty() ? "" : slug + "-") + number;
    }
}

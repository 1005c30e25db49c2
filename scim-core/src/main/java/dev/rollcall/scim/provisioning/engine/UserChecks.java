package dev.rollcall.scim.provisioning.engine;

import dev.rollcall.scim.error.ScimException;
import dev.rollcall.scim.provisioning.provider.ProviderSettings;
import dev.rollcall.scim.resource.Complex;
import dev.rollcall.scim.resource.Resource;
import dev.rollcall.scim.resource.UserView;
import dev.rollcall.scim.resource.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a user should have and need not: a country by its code, and a userName that is the primary e-mail address. Only what
 * a write changes is looked at. Immutable and thread-safe.
 */
final class UserChecks {
    private static final Set<String> COUNTRIES = Locale.getISOCountries(Locale.IsoCountryCode.PART1_ALPHA2);

    private UserChecks() {}

    /** Refuses what the provider wants refused. */
    static void refuse(ProviderSettings settings, @Nullable Resource before, Resource after) {
        if (settings.strictCountry()) {
            countries(before, after).stream().findFirst().ifPresent(problem -> {
                throw ScimException.invalidValue(problem);
            });
        }
        if (settings.strictUserName()) {
            userName(before, after).stream().findFirst().ifPresent(problem -> {
                throw ScimException.invalidValue(problem);
            });
        }
    }

    /** What is kept and should be another; sentences for the sync log. */
    static List<String> warnings(ProviderSettings settings, @Nullable Resource before, Resource after) {
        List<String> problems = new ArrayList<>();
        if (!settings.strictCountry()) {
            problems.addAll(countries(before, after));
        }
        if (!settings.strictUserName()) {
            problems.addAll(userName(before, after));
        }
        return problems;
    }

    private static List<String> countries(@Nullable Resource before, Resource after) {
        Value addresses = after.get("addresses");
        if (addresses == null || before != null && Objects.equals(addresses, before.get("addresses"))) {
            return List.of();
        }
        List<String> problems = new ArrayList<>();
        for (Value address : addresses.elements()) {
            if (address instanceof Complex complex
                    && complex.get("country") instanceof Value.Text country
                    && !COUNTRIES.contains(country.value().toUpperCase(Locale.ROOT))) {
                problems.add("addresses.country is \"" + country.value()
                        + "\"; send the ISO 3166-1 alpha-2 code of the country, such as DE or US");
            }
        }
        return problems;
    }

    private static List<String> userName(@Nullable Resource before, Resource after) {
        UserView user = new UserView(after);
        String name = Users.name(after);
        boolean same = before != null
                && name.equals(Users.name(before))
                && Objects.equals(after.get("emails"), before.get("emails"));
        if (same) {
            return List.of();
        }
        if (!isEmail(name)) {
            return List.of("userName is \"" + name + "\"; it should be an e-mail address");
        }
        return user.email()
                .filter(email -> !email.equalsIgnoreCase(name))
                .map(email -> List.of("userName is \"" + name + "\" and the primary e-mail address is \"" + email
                        + "\"; they should be the same"))
                .orElse(List.of());
    }

    /** A mailbox and a domain; whether mail arrives, only mail can tell. */
    private static boolean isEmail(String text) {
        int at = text.lastIndexOf('@');
        return at > 0 && at < text.length() - 1 && text.chars().noneMatch(Character::isWhitespace);
    }
}

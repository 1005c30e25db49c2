package dev.rollcall.scim.provisioning.provider;

import dev.rollcall.scim.protocol.Options;
import java.time.Duration;
import java.util.Objects;
import java.util.function.Consumer;

/**
 * What is set for a provisioning provider. Immutable and thread-safe; {@link #with} gives a changed copy.
 *
 * @param displayName what people call it, 1 to 200 characters, unique in its tenant whatever the case
 * @param deactivationDelay how long an account that the provider deactivates or deletes can still come back, 0 to 30 days;
 *     a change counts for later requests
 * @param blockWhilePending whether somebody may not sign in during that delay
 * @param createInactive whether an account whose user is made with {@code active: false} is deactivated from the start;
 *     otherwise it is active
 * @param strictCountry whether a country that is no ISO 3166-1 alpha-2 code is refused; otherwise kept with a warning
 * @param strictUserName whether a userName that is no e-mail address, or another one than the primary, is refused;
 *     otherwise kept with a warning
 * @param managerLookup what a manager may be named by
 * @param requestRate what it may send
 * @param protocol how its requests are read
 */
public record ProviderSettings(
        String displayName,
        Duration deactivationDelay,
        boolean blockWhilePending,
        boolean createInactive,
        boolean strictCountry,
        boolean strictUserName,
        ManagerLookup managerLookup,
        RequestRate requestRate,
        Options protocol) {
    /** The longest delay. */
    public static final Duration LONGEST_DELAY = Duration.ofDays(30);

    private static final Duration DEFAULT_DELAY = Duration.ofMinutes(15);
    private static final int LONGEST_NAME = 200;

    /**
     * Checks the ranges.
     *
     * @throws IllegalArgumentException if one is left; the message names the setting and what is allowed
     */
    public ProviderSettings {
        Objects.requireNonNull(managerLookup);
        Objects.requireNonNull(requestRate);
        Objects.requireNonNull(protocol);
        displayName = displayName.strip();
        if (displayName.isEmpty() || displayName.length() > LONGEST_NAME) {
            throw new IllegalArgumentException(
                    "displayName must have 1 to " + LONGEST_NAME + " characters, not \"" + displayName + "\"");
        }
        if (deactivationDelay.isNegative() || deactivationDelay.compareTo(LONGEST_DELAY) > 0) {
            throw new IllegalArgumentException(
                    "deactivationDelay must be 0 to 30 days, such as PT15M, not " + deactivationDelay);
        }
    }

    /** The defaults, with a name. */
    public static ProviderSettings named(String displayName) {
        return new ProviderSettings(
                displayName,
                DEFAULT_DELAY,
                true,
                true,
                false,
                false,
                ManagerLookup.ID,
                RequestRate.DEFAULT,
                Options.DEFAULT);
    }

    /** A provider with these settings that logs in with a user name and a password, to be added. */
    public NewProvider apiCredentials() {
        return new NewProvider(this, CredentialType.API_CREDENTIALS);
    }

    /** A provider with these settings that logs in with a token, to be added. */
    public NewProvider oauthToken() {
        return new NewProvider(this, CredentialType.OAUTH_TOKEN);
    }

    /** The same with some settings changed: {@code settings.with(to -> to.strictCountry(true))}. */
    public ProviderSettings with(Consumer<Changes> changes) {
        Changes to = new Changes(this);
        changes.accept(to);
        return to.settings;
    }

    /** Changes settings one by one; each is checked at once, as by the constructor. Not thread-safe. */
    public static final class Changes {
        private ProviderSettings settings;

        private Changes(ProviderSettings settings) {
            this.settings = settings;
        }

        /** See {@link ProviderSettings#displayName}. */
        public Changes displayName(String value) {
            ProviderSettings s = settings;
            settings = new ProviderSettings(
                    value,
                    s.deactivationDelay,
                    s.blockWhilePending,
                    s.createInactive,
                    s.strictCountry,
                    s.strictUserName,
                    s.managerLookup,
                    s.requestRate,
                    s.protocol);
            return this;
        }

        /** See {@link ProviderSettings#deactivationDelay}. */
        public Changes deactivationDelay(Duration value) {
            ProviderSettings s = settings;
            settings = new ProviderSettings(
                    s.displayName,
                    value,
                    s.blockWhilePending,
                    s.createInactive,
                    s.strictCountry,
                    s.strictUserName,
                    s.managerLookup,
                    s.requestRate,
                    s.protocol);
            return this;
        }

        /** See {@link ProviderSettings#blockWhilePending}. */
        public Changes blockWhilePending(boolean value) {
            ProviderSettings s = settings;
            settings = new ProviderSettings(
                    s.displayName,
                    s.deactivationDelay,
                    value,
                    s.createInactive,
                    s.strictCountry,
                    s.strictUserName,
                    s.managerLookup,
                    s.requestRate,
                    s.protocol);
            return this;
        }

        /** See {@link ProviderSettings#createInactive}. */
        public Changes createInactive(boolean value) {
            ProviderSettings s = settings;
            settings = new ProviderSettings(
                    s.displayName,
                    s.deactivationDelay,
                    s.blockWhilePending,
                    value,
                    s.strictCountry,
                    s.strictUserName,
                    s.managerLookup,
                    s.requestRate,
                    s.protocol);
            return this;
        }

        /** See {@link ProviderSettings#strictCountry}. */
        public Changes strictCountry(boolean value) {
            ProviderSettings s = settings;
            settings = new ProviderSettings(
                    s.displayName,
                    s.deactivationDelay,
                    s.blockWhilePending,
                    s.createInactive,
                    value,
                    s.strictUserName,
                    s.managerLookup,
                    s.requestRate,
                    s.protocol);
            return this;
        }

        /** See {@link ProviderSettings#strictUserName}. */
        public Changes strictUserName(boolean value) {
            ProviderSettings s = settings;
            settings = new ProviderSettings(
                    s.displayName,
                    s.deactivationDelay,
                    s.blockWhilePending,
                    s.createInactive,
                    s.strictCountry,
                    value,
                    s.managerLookup,
                    s.requestRate,
                    s.protocol);
            return this;
        }

        /** See {@link ProviderSettings#managerLookup}. */
        public Changes managerLookup(ManagerLookup value) {
            ProviderSettings s = settings;
            settings = new ProviderSettings(
                    s.displayName,
                    s.deactivationDelay,
                    s.blockWhilePending,
                    s.createInactive,
                    s.strictCountry,
                    s.strictUserName,
                    value,
                    s.requestRate,
                    s.protocol);
            return this;
        }

        /** See {@link ProviderSettings#requestRate}. */
        public Changes requestRate(RequestRate value) {
            ProviderSettings s = settings;
            settings = new ProviderSettings(
                    s.displayName,
                    s.deactivationDelay,
                    s.blockWhilePending,
                    s.createInactive,
                    s.strictCountry,
                    s.strictUserName,
                    s.managerLookup,
                    value,
                    s.protocol);
            return this;
        }

        /** See {@link ProviderSettings#protocol}. */
        public Changes protocol(Options value) {
            ProviderSettings s = settings;
            settings = new ProviderSettings(
                    s.displayName,
                    s.deactivationDelay,
                    s.blockWhilePending,
                    s.createInactive,
                    s.strictCountry,
                    s.strictUserName,
                    s.managerLookup,
                    s.requestRate,
                    value);
            return this;
        }
    }
}

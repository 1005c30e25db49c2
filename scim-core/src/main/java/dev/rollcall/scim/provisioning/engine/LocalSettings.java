package dev.rollcall.scim.provisioning.engine;

import dev.rollcall.scim.provisioning.provider.ProviderSettings;
import java.time.Duration;

/** What holds for users that no provider has: what the host does to them happens at once. */
final class LocalSettings {
    static final ProviderSettings VALUE =
            ProviderSettings.named("local").with(to -> to.deactivationDelay(Duration.ZERO));

    private LocalSettings() {}
}

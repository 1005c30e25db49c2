package dev.rollcall.scim.provisioning.admin;

import dev.rollcall.scim.provisioning.account.Account;
import dev.rollcall.scim.provisioning.account.AccountQuery;
import dev.rollcall.scim.provisioning.engine.Look;
import dev.rollcall.scim.provisioning.engine.Rules;
import dev.rollcall.scim.provisioning.engine.Work;
import dev.rollcall.scim.provisioning.mapping.Decision;
import dev.rollcall.scim.provisioning.mapping.Destination;
import dev.rollcall.scim.provisioning.mapping.MappingSettings;
import dev.rollcall.scim.provisioning.mapping.Occasion;
import dev.rollcall.scim.provisioning.provider.Provider;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Looks ahead, and back: what settings would do to everybody, and why one account has what it has. Nothing is changed. It is
 * decided by what decides in requests, too. Immutable and thread-safe.
 *
 * @param desk where it works
 */
public record Previews(Desk desk) {
    private static final int AT_ONCE = 500;

    /**
     * What would happen if the settings were applied now.
     *
     * @param settings as they are, or as they might become
     * @throws AdministrationException if they could not be set
     */
    public Preview of(String provider, Function<MappingSettings, MappingSettings> settings, boolean includeMoved) {
        Occasion occasion = includeMoved ? Occasion.APPLIED_TO_MOVED : Occasion.APPLIED;
        return desk.look(work -> {
            Provider present = require(work, provider);
            MappingSettings wanted = settings.apply(present.mapping());
            Mappings.check(work, present, wanted);
            Rules rules = work.rulesWith(present, wanted);
            Tally tally = new Tally(rules);
            String after = null;
            List<Account> page;
            do {
                page = work.state().accounts().list(desk.tenant(), AccountQuery.ofProvider(provider), after, AT_ONCE);
                Look.at(work, rules, page, occasion).forEach(tally::add);
                after = page.isEmpty() ? null : page.get(page.size() - 1).id();
            } while (page.size() == AT_ONCE);
            return tally.preview();
        });
    }

    /**
     * Why an account has its organization and its roles, by the rules as they are, and what it would have if they were
     * applied now.
     *
     * @param user the id of the User resource
     */
    public AccountExplanation explain(String user) {
        return desk.look(work -> {
            Account account = work.state()
                    .accounts()
                    .findByUser(desk.tenant(), user)
                    .orElseThrow(() -> AdministrationException.notFound("User " + user + " has no account"));
            Rules rules = work.rules(account.provider());
            Optional<Look.Seen> seen = Look.at(work, rules, List.of(account), Occasion.APPLIED).stream()
                    .findFirst();
            return seen.map(s -> explanation(account, rules, s.decision()))
                    .orElseGet(() -> AccountExplanation.unasked(account, rules));
        });
    }

    private static AccountExplanation explanation(Account account, Rules rules, Decision decision) {
        String organization = decision.destination() instanceof Destination.Existing existing
                ? existing.organization().name()
                : ((Destination.New) decision.destination()).name().text();
        return new AccountExplanation(
                account, organization, decision.roles(), Look.text(decision, rules), Optional.of(decision));
    }

    private Provider require(Work work, String provider) {
        return work.state()
                .providers()
                .find(desk.tenant(), provider)
                .orElseThrow(() -> AdministrationException.notFound(
                        "Tenant " + desk.tenant() + " has no provider \"" + provider + "\""));
    }
}

package dev.rollcall.scim.provisioning.engine;

import dev.rollcall.scim.provisioning.Provisioning;
import dev.rollcall.scim.provisioning.mapping.MappingSettings;
import dev.rollcall.scim.provisioning.mapping.Warning;
import dev.rollcall.scim.provisioning.provider.Provider;
import dev.rollcall.scim.provisioning.store.ProvisioningUnit;
import dev.rollcall.scim.provisioning.tenant.Tenant;
import dev.rollcall.scim.store.UnitOfWork;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One act within one unit of work, with all that it needs. Not thread-safe. */
public final class Work {
    private final Engine engine;
    private final UnitOfWork unit;
    private final ProvisioningUnit state;
    private final Act act;
    private final Instant now;
    private final Ledger ledger;
    private final Map<@Nullable String, Rules> rules = new HashMap<>();
    private final Set<Warning> told = new HashSet<>();
    private boolean revised;

    Work(Engine engine, UnitOfWork unit, Act act) {
        this.engine = engine;
        this.unit = unit;
        this.state = engine.parts().state().in(unit);
        this.act = act;
        this.now = engine.parts().now();
        this.ledger = new Ledger(engine.parts(), act, now);
    }

    /** What everything is made of. */
    public Provisioning parts() {
        return engine.parts();
    }

    /** The unit of work. */
    public UnitOfWork unit() {
        return unit;
    }

    /** What is kept. */
    public ProvisioningUnit state() {
        return state;
    }

    /** Who acts, and why. */
    public Act act() {
        return act;
    }

    /** When. */
    public Instant now() {
        return now;
    }

    /** An id for something new. */
    public String newId() {
        return engine.parts().ids().get();
    }

    /** What the act has to say. */
    public Ledger ledger() {
        return ledger;
    }

    /** The rules for accounts of a provider, or for local ones. */
    public Rules rules(@Nullable String provider) {
        return rules.computeIfAbsent(
                provider,
                id -> revised
                        ? engine.ruleBook().fresh(unit, state, act.tenant(), id)
                        : engine.ruleBook().of(unit, state, act.tenant(), id));
    }

    /** The rules as they would be with other settings of a provider. */
    public Rules rulesWith(Provider provider, MappingSettings mapping) {
        return engine.ruleBook().with(unit, state, rules(provider.id()), mapping);
    }

    /** Says that this unit of work has changed something that rules are made of; the unit holds the tenant. */
    public void revise(Tenant held) {
        state.tenants().replace(held.revised());
        revised = true;
        rules.clear();
    }

    /** Reads the rules anew when they are asked for next, since the host has changed its organizations. */
    void reread() {
        rules.clear();
    }

    /** Whether nobody was told yet, in this act, what is wrong with a rule. */
    boolean isNews(Warning warning) {
        return told.add(warning);
    }

    /** Writes what the act has to say. */
    public void complete() {
        ledger.write(state);
    }
}

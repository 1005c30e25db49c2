package dev.rollcall.scim.provisioning.engine;

import dev.rollcall.scim.protocol.Retry;
import dev.rollcall.scim.provisioning.Provisioning;
import dev.rollcall.scim.store.UnitOfWork;
import java.util.function.Function;

/**
 * Does what changes accounts, each act in a unit of work with what it has to say. Thread-safe.
 *
 * @param parts what everything is made of
 * @param ruleBook the rules
 */
public record Engine(Provisioning parts, RuleBook ruleBook) {
    /** An engine of the parts. */
    public static Engine of(Provisioning parts) {
        return new Engine(parts, new RuleBook(parts));
    }

    /** Joins a unit of work that somebody else began; to be completed by who joins. */
    Work join(UnitOfWork unit, Act act) {
        return new Work(this, unit, act);
    }

    /** Does the work in a unit of its own, again if it loses a race. */
    public <T> T act(Act act, Function<Work, T> work) {
        return Retry.write(parts.store(), unit -> {
            Work joined = join(unit, act);
            T result = work.apply(joined);
            joined.complete();
            return result;
        });
    }

    /** Does work that only reads. */
    public <T> T look(Act act, Function<Work, T> work) {
        return parts.store().read(unit -> work.apply(join(unit, act)));
    }
}

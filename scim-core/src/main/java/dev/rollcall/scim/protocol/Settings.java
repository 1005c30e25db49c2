package dev.rollcall.scim.protocol;

import dev.rollcall.scim.codec.Limits;
import dev.rollcall.scim.protocol.password.Passwords;
import dev.rollcall.scim.query.Cursors;
import dev.rollcall.scim.schema.SchemaRegistry;
import dev.rollcall.scim.store.KeyFactory;
import dev.rollcall.scim.store.Store;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * All that the operations are made of. Immutable; thread-safe if its parts are.
 *
 * @param registry the schemas and resource types
 * @param store where resources are kept
 * @param options how a caller is treated; asked once a request
 * @param limits what a body may cost
 * @param bulk how large a bulk request may be
 * @param paging how large a page is
 * @param cursors how pages by cursor are made and read
 * @param clock the time for metadata
 * @param ids makes ids: each once, ever, and without the text {@code bulkId} (RFC 7643 §3.1)
 * @param listeners who takes part in writes, in that order
 * @param refusals who hears of requests that were not done
 * @param derived what is derived when a resource is read, in that order
 * @param passwords what becomes of passwords
 * @param about what the configuration tells that is not the protocol's own
 */
public record Settings(
        SchemaRegistry registry,
        Store store,
        Function<Caller, Options> options,
        Limits limits,
        BulkLimits bulk,
        Paging paging,
        Cursors cursors,
        InstantSource clock,
        Supplier<String> ids,
        List<WriteListener> listeners,
        List<RefusalListener> refusals,
        List<DerivedAttributes> derived,
        Passwords passwords,
        ServiceDescription about) {
    /** Copies the lists. */
    public Settings {
        listeners = List.copyOf(listeners);
        refusals = List.copyOf(refusals);
        derived = List.copyOf(derived);
    }

    /** The same with another description. */
    Settings withAbout(ServiceDescription newAbout) {
        return new Settings(
                registry, store, options, limits, bulk, paging, cursors, clock, ids, listeners, refusals, derived,
                passwords, newAbout);
    }

    /** The time for metadata, in milliseconds: more digits are more than some clients can read. */
    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    /** Prepares keys as the options say. */
    KeyFactory keys(Options chosen) {
        return chosen.uniqueGroupDisplayName()
                ? KeyFactory.standard().withUniqueGroupDisplayName()
                : KeyFactory.standard();
    }
}

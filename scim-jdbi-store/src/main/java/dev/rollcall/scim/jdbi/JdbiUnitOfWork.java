package dev.rollcall.scim.jdbi;

import dev.rollcall.scim.store.Endings;
import dev.rollcall.scim.store.MembershipStore;
import dev.rollcall.scim.store.ResourceStore;
import dev.rollcall.scim.store.UnitOfWork;
import java.util.Optional;

/**
 * A unit of work on one connection. Whoever makes it begins and ends the transaction, which may be the host's own; then
 * the cache of tenants must be a new one, since the host may roll back tenants that it made.
 */
final class JdbiUnitOfWork implements UnitOfWork {
    private final JdbiStore store;
    private final Statements statements;
    private final Tenants tenants;
    private final ResourceCounts counts;
    private final boolean writable;
    private final KnownRoles roles;
    private final HeldRows held = new HeldRows();
    private final Endings endings;
    private boolean open = true;

    JdbiUnitOfWork(JdbiStore store, Statements statements, TenantCache cache, boolean writable, Endings endings) {
        this(
                store,
                statements,
                new Tenants(statements, cache),
                new ResourceCounts(statements),
                new KnownRoles(),
                writable,
                endings);
    }

    private JdbiUnitOfWork(
            JdbiStore store,
            Statements statements,
            Tenants tenants,
            ResourceCounts counts,
            KnownRoles roles,
            boolean writable,
            Endings endings) {
        this.store = store;
        this.roles = roles;
        this.endings = endings;
        this.statements = statements;
        this.tenants = tenants;
        this.counts = counts;
        this.writable = writable;
    }

    /** The same unit of work without the right to write. */
    JdbiUnitOfWork reading(Endings newEndings) {
        return new JdbiUnitOfWork(store, statements, tenants, counts, roles, false, newEndings);
    }

    @Override
    public ResourceStore resources() {
        return store.hostResources(this).orElseGet(() -> new JdbiResources(this));
    }

    @Override
    public Optional<MembershipStore> memberships() {
        return store.capabilities().memberships() ? Optional.of(new JdbiMemberships(this)) : Optional.empty();
    }

    @Override
    public boolean writes() {
        return writable;
    }

    @Override
    public void onEnd(Ending ending) {
        endings.add(ending);
    }

    /** Whether it is one of that store. */
    boolean isOf(JdbiStore other) {
        return store == other;
    }

    Statements statements() {
        return statements;
    }

    /** The tenants, to read. */
    Tenants tenants() {
        requireOpen();
        return tenants;
    }

    /** How many resources there are. */
    ResourceCounts counts() {
        requireOpen();
        return counts;
    }

    /** Which roles accounts have. */
    KnownRoles roles() {
        return roles;
    }

    /** What is held until the end. */
    HeldRows held() {
        return held;
    }

    void requireWritable() {
        requireOpen();
        if (!writable) {
            throw new IllegalStateException("This unit of work only reads");
        }
    }

    /** Writes what waited for the end; whoever makes the unit of work calls it before the transaction is committed. */
    void complete() {
        counts.write();
    }

    /** From now on every call fails; one that reads within another ends before that. */
    void end() {
        open = false;
    }

    void requireOpen() {
        if (!open) {
            throw new IllegalStateException("The unit of work has ended");
        }
    }
}

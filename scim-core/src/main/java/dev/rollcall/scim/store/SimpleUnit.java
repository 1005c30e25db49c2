package dev.rollcall.scim.store;

import java.util.Optional;

/** A unit of work whose calls are each a transaction of its own, so that nothing of it is undone. */
record SimpleUnit(ResourceStore resources, boolean writes, Endings endings) implements UnitOfWork {
    @Override
    public Optional<MembershipStore> memberships() {
        return Optional.empty();
    }

    @Override
    public void onEnd(Ending ending) {
        endings.add(ending);
    }
}

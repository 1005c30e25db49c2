package dev.rollcall.scim.store;

import dev.rollcall.scim.schema.SchemaRegistry;
import java.util.Optional;
import java.util.function.Function;

/** A {@link ResourceStore} as a {@link Store}, with each call a transaction of its own. */
record SimpleStore(ResourceStore resources) implements Store {
    @Override
    public <T> T write(Function<UnitOfWork, T> work) {
        return within(true, work);
    }

    @Override
    public <T> T read(Function<UnitOfWork, T> work) {
        return within(false, work);
    }

    private <T> T within(boolean writes, Function<UnitOfWork, T> work) {
        Endings endings = new Endings();
        return endings.around(() -> work.apply(new SimpleUnit(resources, writes, endings)));
    }

    @Override
    public void check() {
        resources.check();
    }

    @Override
    public Capabilities capabilities() {
        return new Capabilities(false, false, false, resources.durable());
    }

    @Override
    public Optional<SchemaRegistry> schemas() {
        return resources.schemas();
    }
}

package dev.rollcall.scim.protocol;

import dev.rollcall.scim.patch.ChangeSet;
import dev.rollcall.scim.resource.Resource;
import dev.rollcall.scim.store.UnitOfWork;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Calls the listeners of one write in their order. */
final class Listeners {
    private final Exchange exchange;
    private final WriteListener.Write write;
    private final List<WriteListener.AfterWrite> after = new ArrayList<>();

    Listeners(Exchange exchange, UnitOfWork unit, @Nullable Resource before, @Nullable Resource after) {
        this.exchange = exchange;
        this.write = new WriteListener.Write(
                exchange.request().caller(), exchange.request().requestId(), unit, before, after);
    }

    void membersSkipped(List<String> unknown) {
        if (!unknown.isEmpty()) {
            exchange.settings().listeners().forEach(listener -> listener.membersSkipped(write, unknown));
        }
    }

    void beforeWrite() {
        exchange.settings().listeners().forEach(listener -> after.add(listener.beforeWrite(write)));
    }

    void afterWrite(ChangeSet changes) {
        after.forEach(step -> step.afterWrite(changes));
    }
}

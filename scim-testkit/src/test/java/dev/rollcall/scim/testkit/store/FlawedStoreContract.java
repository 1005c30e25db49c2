package dev.rollcall.scim.testkit.store;

import dev.rollcall.scim.store.Capabilities;
import dev.rollcall.scim.store.Store;
import dev.rollcall.scim.store.UnitOfWork;
import java.util.function.Function;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** The contract for a store with the flaw that the run is configured with; no test by itself. */
@ExtendWith(FlawedStoreContract.FlawOfTheRun.class)
class FlawedStoreContract extends ResourceStoreContract {
    /** The configuration parameter that names the {@link Flaw}. */
    static final String FLAW = "rollcall.flaw";

    private final Store store;

    FlawedStoreContract(Flaw flaw) {
        Store plain = Store.of(new FlawedStore(flaw));
        store = flaw == Flaw.CLAIMS_TRANSACTIONS ? new Claiming(plain) : plain;
    }

    @Override
    public Store store() {
        return store;
    }

    private record Claiming(Store plain) implements Store {
        @Override
        public <T> T write(Function<UnitOfWork, T> work) {
            return plain.write(work);
        }

        @Override
        public <T> T read(Function<UnitOfWork, T> work) {
            return plain.read(work);
        }

        @Override
        public Capabilities capabilities() {
            return new Capabilities(true, false, false, false);
        }
    }

    static final class FlawOfTheRun implements ParameterResolver {
        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
            return parameter.getParameter().getType() == Flaw.class;
        }

        @Override
        public Flaw resolveParameter(ParameterContext parameter, ExtensionContext context) {
            return context.getConfigurationParameter(FLAW, Flaw::valueOf).orElse(Flaw.NONE);
        }
    }
}

package dev.rollcall.scim.provisioning.engine;

import dev.rollcall.scim.provisioning.FailureListener;
import dev.rollcall.scim.provisioning.ProvisioningMeter;
import java.util.function.Consumer;

/**
 * Tells a meter, whose failures are nobody's who does what is measured. Thread-safe.
 *
 * @param meter the host's
 * @param failures who hears if that fails
 */
public record SafeMeter(ProvisioningMeter meter, FailureListener failures) {
    /** Measures nothing. */
    public static final SafeMeter NONE = new SafeMeter(ProvisioningMeter.NONE, FailureListener.LOGGED);

    void tell(Consumer<ProvisioningMeter> what) {
        try {
            what.accept(meter);
        } catch (Throwable e) {
            failures.failed("meter", e);
        }
    }
}

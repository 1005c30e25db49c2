package dev.rollcall.scim.protocol;

import dev.rollcall.scim.error.ScimException;
import dev.rollcall.scim.protocol.password.Password;
import dev.rollcall.scim.protocol.password.PasswordHandler;
import dev.rollcall.scim.protocol.password.PasswordRefusedException;
import dev.rollcall.scim.resource.Resource;
import dev.rollcall.scim.resource.UserView;
import dev.rollcall.scim.resource.Value;
import dev.rollcall.scim.resource.precis.Precis;
import dev.rollcall.scim.resource.precis.PrecisException;
import dev.rollcall.scim.schema.Attribute;
import dev.rollcall.scim.store.UnitOfWork;
import org.jspecify.annotations.Nullable;

/** The password of one write, if it sets one: prepared, checked, handed to the host, and wiped (RFC 7643 §4.1.1). */
final class NewPassword implements AutoCloseable {
    private final Exchange exchange;
    private final @Nullable PasswordHandler handler;
    private final @Nullable Password password;

    private NewPassword(Exchange exchange, @Nullable PasswordHandler handler, @Nullable Password password) {
        this.exchange = exchange;
        this.handler = handler;
        this.password = password;
    }

    /**
     * The password that a request gives.
     *
     * @param given the resource as the client sent or patched it
     * @param after the resource as it will be stored, which never holds a password
     * @throws ScimException {@code invalidValue} if the policy does not allow the password
     */
    static NewPassword of(Exchange exchange, Resource given, Resource after) {
        PasswordHandler handler = exchange.settings().passwords().handler();
        Attribute attribute =
                given.type().isBaseSchema(UserView.SCHEMA) ? given.type().find("password") : null;
        if (handler == null || attribute == null || !(given.get(attribute) instanceof Value.Text text)) {
            return new NewPassword(exchange, null, null);
        }
        Password password = prepared(text.value());
        var refusal = exchange.settings()
                .passwords()
                .policy()
                .refusal(password, after.text("userName").orElse(""));
        if (refusal.isPresent()) {
            password.close();
            throw ScimException.invalidValue("\"password\" " + refusal.get());
        }
        return new NewPassword(exchange, handler, password);
    }

    /** Refuses a password that the policy does not allow before anything is written. */
    static void check(Exchange exchange, Resource given, Resource after) {
        of(exchange, given, after).close();
    }

    private static Password prepared(String text) {
        try {
            return Password.of(Precis.opaqueString(text));
        } catch (PrecisException e) {
            // Not even the one character that is wrong is repeated.
            throw ScimException.invalidValue("\"password\" holds a character that passwords cannot have, such as a"
                    + " control character, or one that cannot stand where it does (RFC 8265 section 4.2)");
        }
    }

    /** Gives the password to the host, as the last step of the unit of work. */
    void handOver(UnitOfWork unit, Resource stored) {
        if (handler == null || password == null) {
            return;
        }
        try {
            handler.set(new PasswordHandler.Change(
                    exchange.request().caller(), exchange.request().requestId(), unit, stored, password));
        } catch (PasswordRefusedException refused) {
            throw ScimException.invalidValue("\"password\" is refused: " + withoutPassword(refused.getMessage()));
        } catch (RuntimeException failure) {
            throw safe(failure, password.text());
        }
    }

    private String withoutPassword(@Nullable String reason) {
        String text = password == null ? "" : password.text();
        return reason == null || reason.contains(text) ? "the host does not take it" : reason;
    }

    /** A failure goes to logs and perhaps to the client, so one that holds the password does not go on as it is. */
    private static RuntimeException safe(RuntimeException failure, String text) {
        for (Throwable t = failure; t != null; t = t.getCause()) {
            if (String.valueOf(t.getMessage()).contains(text)) {
                IllegalStateException instead = new IllegalStateException("The password handler failed with "
                        + failure.getClass().getName() + ", whose message holds the password and is left out");
                instead.setStackTrace(failure.getStackTrace());
                return instead;
            }
        }
        return failure;
    }

    @Override
    public void close() {
        if (password != null) {
            password.close();
        }
    }
}

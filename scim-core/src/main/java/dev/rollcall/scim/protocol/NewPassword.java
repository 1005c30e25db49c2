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
import java.util.Arrays;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Optional;
import java.util.Set;
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
        try {
            checkPolicy(exchange, password, after.text("userName").orElse(""));
        } catch (RuntimeException e) {
            password.close();
            throw e;
        }
        return new NewPassword(exchange, handler, password);
    }

    private static void checkPolicy(Exchange exchange, Password password, String userName) {
        String text = password.text();
        Optional<String> refusal;
        try {
            refusal = exchange.settings().passwords().policy().refusal(password, userName);
        } catch (RuntimeException failure) {
            throw safe(failure, text);
        }
        refusal.ifPresent(why -> {
            throw ScimException.invalidValue("\"password\" " + why);
        });
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
            throw ScimException.invalidValue("\"password\" is not allowed: " + e.rule() + " (RFC 8265 section 4.2)");
        }
    }

    /** Gives the password to the host, as the last step of the unit of work. */
    void handOver(UnitOfWork unit, Resource stored) {
        if (handler == null || password == null) {
            return;
        }
        // Before the host gets hold of it, who may wipe it.
        String text = password.text();
        try {
            handler.set(new PasswordHandler.Change(
                    exchange.request().caller(), exchange.request().requestId(), unit, stored, password));
        } catch (PasswordRefusedException refused) {
            throw ScimException.invalidValue("\"password\" is refused: " + withoutPassword(refused.getMessage(), text));
        } catch (RuntimeException failure) {
            throw safe(failure, text);
        }
    }

    private static String withoutPassword(@Nullable String reason, String text) {
        return reason == null || reason.contains(text) ? "the host does not take it" : reason;
    }

    /** A failure goes to logs and perhaps to the client, so one that holds the password does not go on as it is. */
    private static RuntimeException safe(RuntimeException failure, String text) {
        if (!tells(failure, text, Collections.newSetFromMap(new IdentityHashMap<>()))) {
            return failure;
        }
        IllegalStateException instead =
                new IllegalStateException("The host's handler or policy of passwords failed with "
                        + failure.getClass().getName() + ", whose message holds the password and is left out");
        instead.setStackTrace(failure.getStackTrace());
        return instead;
    }

    /** Whether any message that a log would show with the failure holds the text. */
    private static boolean tells(@Nullable Throwable failure, String text, Set<Throwable> seen) {
        if (failure == null || !seen.add(failure)) {
            return false;
        }
        return String.valueOf(failure.getMessage()).contains(text)
                || tells(failure.getCause(), text, seen)
                || Arrays.stream(failure.getSuppressed()).anyMatch(beside -> tells(beside, text, seen));
    }

    @Override
    public void close() {
        if (password != null) {
            password.close();
        }
    }
}

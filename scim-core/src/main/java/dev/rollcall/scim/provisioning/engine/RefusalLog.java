package dev.rollcall.scim.provisioning.engine;

import dev.rollcall.scim.error.ScimException;
import dev.rollcall.scim.error.ScimType;
import dev.rollcall.scim.protocol.RefusalListener;
import dev.rollcall.scim.protocol.Retry;
import dev.rollcall.scim.protocol.ScimRequest;
import dev.rollcall.scim.provisioning.Provisioning;
import dev.rollcall.scim.provisioning.log.Cause;
import dev.rollcall.scim.provisioning.log.Result;
import dev.rollcall.scim.provisioning.log.SyncLogEvent;
import dev.rollcall.scim.store.Key;
import dev.rollcall.scim.store.UnitOfWork;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Logs what was refused and what failed, in a unit of work of its own after the rollback. The log says more than the client
 * is told: whose the resource is that a provider must not touch. Thread-safe.
 *
 * @param parts where the log is
 */
public record RefusalLog(Provisioning parts) implements RefusalListener {
    private static final Set<String> WRITES = Set.of("POST", "PUT", "PATCH", "DELETE");

    /** What goes well in the end: nobody has to change anything. (401 is not known to be anybody's request.) */
    private static final Set<Integer> ORDINARY = Set.of(401, 412, 429);

    private static final int NOT_IMPLEMENTED = 501;

    @Override
    public void refused(ScimRequest request, ScimException refusal, @Nullable Key taken) {
        if (ORDINARY.contains(refusal.status())) {
            return;
        }
        boolean failed = refusal.status() >= 500 && refusal.status() != NOT_IMPLEMENTED;
        boolean look = request.method().equals("GET")
                && refusal.status() == 404
                && request.path().size() == 2;
        if (!failed && !isWrite(request) && !look) {
            return;
        }
        Optional<RefusedSubject> asked = parts.store().read(unit -> subject(unit, request, taken));
        if (asked.isEmpty() || (look && !asked.get().foreign())) {
            return;
        }
        RefusedSubject subject = asked.get();
        Act act = new Act(
                request.caller().tenant(),
                request.caller().provider(),
                request.caller().name(),
                request.requestId(),
                Cause.REQUEST);
        String message = PlainText.line(message(request, refusal, subject));
        Retry.write(parts.store(), unit -> {
            Ledger ledger = new Ledger(parts, act, parts.now());
            ledger.notDone(
                    failed ? SyncLogEvent.ERROR : SyncLogEvent.REFUSED,
                    failed ? Result.FAILED : Result.REFUSED,
                    subject.id(),
                    subject.name(),
                    message);
            ledger.write(parts.state().in(unit));
            return true;
        });
    }

    /** Empty if there is no such tenant, and so no log. */
    private Optional<RefusedSubject> subject(UnitOfWork unit, ScimRequest request, @Nullable Key taken) {
        return parts.state()
                .in(unit)
                .tenants()
                .find(request.caller().tenant())
                .map(tenant -> RefusedSubject.of(parts, unit, request, taken));
    }

    private static boolean isWrite(ScimRequest request) {
        boolean search = !request.path().isEmpty()
                && request.path().get(request.path().size() - 1).equals(".search");
        return WRITES.contains(request.method()) && !search;
    }

    private static String message(ScimRequest request, ScimException refusal, RefusedSubject subject) {
        String answer = refusal.status()
                + refusal.scimType()
                        .map(ScimType::keyword)
                        .map(keyword -> " " + keyword)
                        .orElse("");
        String what = request.method() + " /" + String.join("/", request.path()) + " was answered with " + answer;
        return subject.whose() == null ? what + ": " + refusal.detail() : what + ": " + subject.whose();
    }
}

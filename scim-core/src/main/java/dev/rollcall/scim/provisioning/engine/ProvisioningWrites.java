package dev.rollcall.scim.provisioning.engine;

import dev.rollcall.scim.error.ScimException;
import dev.rollcall.scim.protocol.WriteListener;
import dev.rollcall.scim.provisioning.log.Cause;
import dev.rollcall.scim.resource.GroupView;
import dev.rollcall.scim.resource.Resource;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Where provisioning joins the protocol: in the unit of work of each write, so that resource, account, sync log and events
 * are committed together. Thread-safe.
 *
 * @param engine what does it
 */
public record ProvisioningWrites(Engine engine) implements WriteListener {
    @Override
    public AfterWrite beforeWrite(Write write) {
        Resource any = Objects.requireNonNull(write.after() != null ? write.after() : write.before());
        String provider = write.caller().provider();
        Work work = join(write);
        if (Users.isUser(any)) {
            return user(work, provider, write.before(), write.after());
        }
        return any.type().isBaseSchema(GroupView.SCHEMA)
                ? group(work, provider, write.before(), write.after())
                : AfterWrite.NOTHING;
    }

    @Override
    public void membersSkipped(Write write, List<String> unknown) {
        Resource group = Objects.requireNonNull(write.after());
        Work work = join(write);
        new GroupWrite(work, write.caller().provider()).skipped(group, unknown);
        work.complete();
    }

    private Work join(Write write) {
        String provider = write.caller().provider();
        return engine.join(
                write.unit(),
                new Act(
                        write.caller().tenant(),
                        provider,
                        write.caller().name(),
                        write.requestId(),
                        provider == null ? Cause.ADMIN : Cause.REQUEST));
    }

    private static AfterWrite user(
            Work work, @Nullable String provider, @Nullable Resource before, @Nullable Resource after) {
        UserWrite user = new UserWrite(work, provider);
        if (after == null) {
            Resource gone = Objects.requireNonNull(before);
            return changes -> {
                user.deleted(gone);
                work.complete();
            };
        }
        // Refused before anything is written: not every store can undo it.
        UserChecks.refuse(work.rules(provider).settings(), before, after);
        if (provider == null && before != null && Users.active(before) != Users.active(after)) {
            refuseForeignActive(work, after);
        }
        return changes -> {
            if (before == null) {
                user.created(after);
            } else {
                user.updated(before, after, changes);
            }
            work.complete();
        };
    }

    /** What a provider last said stays what it said. */
    private static void refuseForeignActive(Work work, Resource user) {
        work.state()
                .accounts()
                .findByUser(work.act().tenant(), user.id())
                .filter(account -> account.provider() != null)
                .ifPresent(account -> {
                    throw ScimException.mutability(
                            "\"active\" of a provisioned user is what its provider said; deactivate"
                                    + " the account instead");
                });
    }

    private static AfterWrite group(
            Work work, @Nullable String provider, @Nullable Resource before, @Nullable Resource after) {
        GroupWrite group = new GroupWrite(work, provider);
        if (after == null) {
            Resource gone = Objects.requireNonNull(before);
            Touched touched = group.beforeDelete(gone);
            return changes -> {
                group.deleted(gone, touched);
                work.complete();
            };
        }
        return changes -> {
            if (before == null) {
                group.created(after, changes);
            } else {
                group.updated(after, changes);
            }
            work.complete();
        };
    }
}

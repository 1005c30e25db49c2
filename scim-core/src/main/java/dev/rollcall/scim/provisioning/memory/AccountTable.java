package dev.rollcall.scim.provisioning.memory;

import dev.rollcall.scim.provisioning.account.Account;
import dev.rollcall.scim.provisioning.lifecycle.AccountState;
import dev.rollcall.scim.resource.Collation;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Accounts, by tenant and id, and by what else they are found by. */
final class AccountTable {
    private final Rows<Account> rows;
    private final Rows<RowKey> byUser;
    /** Those whose resource is gone, by tenant, provider, name and id. */
    private final Rows<RowKey> waiting;
    /** Those that are going to end, by time, tenant and id. */
    private final Rows<RowKey> due;

    AccountTable(UndoLog undo) {
        rows = new Rows<>(undo);
        byUser = new Rows<>(undo);
        waiting = new Rows<>(undo);
        due = new Rows<>(undo);
    }

    private static RowKey key(Account account) {
        return RowKey.of(account.tenant(), account.id());
    }

    private static RowKey user(Account account) {
        return RowKey.of(account.tenant(), account.user());
    }

    private static Optional<RowKey> waiting(Account account) {
        String provider = account.provider();
        return provider != null
                        && account.standing().resourceGone()
                        && account.standing().state() != AccountState.DELETED
                ? Optional.of(
                        named(account.tenant(), provider, account.userName()).and(account.id()))
                : Optional.empty();
    }

    private static RowKey named(String tenant, String provider, String userName) {
        return RowKey.of(tenant, provider, Collation.key(userName, false));
    }

    private static Optional<RowKey> due(Account account) {
        return Optional.ofNullable(account.standing().due())
                .map(time -> RowKey.of(sortable(time), account.tenant(), account.id()));
    }

    /** Texts sort like the times. */
    private static String sortable(Instant time) {
        return "%020d".formatted(time.toEpochMilli());
    }

    boolean has(Account account) {
        return rows.has(key(account));
    }

    Optional<Account> find(String tenant, String id) {
        return rows.find(RowKey.of(tenant, id));
    }

    Optional<Account> findByUser(String tenant, String user) {
        return byUser.find(RowKey.of(tenant, user)).flatMap(rows::find);
    }

    Optional<Account> findWaiting(String tenant, String provider, String userName) {
        return waiting.under(named(tenant, provider, userName)).findFirst().flatMap(rows::find);
    }

    /** Those that end at that time or before, the first first. */
    Stream<Account> dueAt(Instant now) {
        String last = sortable(now);
        return due.all()
                .flatMap(key -> rows.find(key).stream())
                .takeWhile(account -> due(account)
                        .filter(time -> time.parts().get(0).compareTo(last) <= 0)
                        .isPresent());
    }

    Stream<Account> behind(String tenant, @Nullable String after) {
        return rows.behind(RowKey.of(tenant), after);
    }

    void put(Account account) {
        RowKey key = key(account);
        remove(key);
        rows.put(key, account);
        byUser.put(user(account), key);
        waiting(account).ifPresent(name -> waiting.put(name, key));
        due(account).ifPresent(time -> due.put(time, key));
    }

    private void remove(RowKey key) {
        rows.remove(key).ifPresent(gone -> {
            byUser.remove(user(gone));
            waiting(gone).ifPresent(waiting::remove);
            due(gone).ifPresent(due::remove);
        });
    }

    void removeAll(RowKey tenant) {
        rows.keysUnder(tenant).toList().forEach(this::remove);
    }
}

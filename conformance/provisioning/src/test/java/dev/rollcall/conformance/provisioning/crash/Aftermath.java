package dev.rollcall.conformance.provisioning.crash;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.rollcall.scim.Rollcall;
import dev.rollcall.scim.provisioning.Background;
import dev.rollcall.scim.provisioning.account.Account;
import dev.rollcall.scim.provisioning.account.AccountQuery;
import dev.rollcall.scim.provisioning.event.EventType;
import dev.rollcall.scim.provisioning.lifecycle.AccountState;
import dev.rollcall.scim.provisioning.log.SyncLogEntry;
import dev.rollcall.scim.provisioning.log.SyncLogEvent;
import dev.rollcall.scim.provisioning.log.SyncLogQuery;
import dev.rollcall.scim.resource.Resource;
import dev.rollcall.scim.schema.ResourceType;
import dev.rollcall.scim.store.Scope;
import dev.rollcall.scim.store.Store;
import dev.rollcall.scim.store.StoreQuery;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;

/** What must hold of a database whose server was killed: resources, accounts, log and events agree. */
final class Aftermath {
    private static final Map<SyncLogEvent, EventType> TOLD = Map.of(
            SyncLogEvent.USER_CREATED, EventType.ACCOUNT_CREATED,
            SyncLogEvent.USER_UPDATED, EventType.ACCOUNT_UPDATED,
            SyncLogEvent.ORG_CHANGED, EventType.ACCOUNT_MOVED,
            SyncLogEvent.ROLES_CHANGED, EventType.ACCOUNT_ROLES_CHANGED,
            SyncLogEvent.USER_BLOCKED, EventType.ACCOUNT_BLOCKED,
            SyncLogEvent.USER_UNBLOCKED, EventType.ACCOUNT_UNBLOCKED,
            SyncLogEvent.USER_DEACTIVATED, EventType.ACCOUNT_DEACTIVATED,
            SyncLogEvent.USER_REACTIVATED, EventType.ACCOUNT_REACTIVATED,
            SyncLogEvent.USER_DELETED, EventType.ACCOUNT_DELETED);

    private final Rollcall rollcall;
    private final Path heard;
    private final List<Account> accounts = new ArrayList<>();
    private final Map<String, List<SyncLogEntry>> log;

    private Aftermath(DataSource database, Path heard) {
        this.heard = heard;
        Instant later = Instant.now().plusSeconds(3_600);
        // Later, so that leases of the dead are over and everything is due; nothing runs by itself.
        this.rollcall = CrashingHost.builder(database)
                .clock(() -> later)
                .background(Background.MANUAL)
                .listener(event -> CrashingHost.append(heard, event))
                .build();
        AccountQuery all = AccountQuery.ALL;
        String after = null;
        List<Account> page;
        do {
            page = rollcall.accounts(CrashingHost.TENANT).list(all, after, 500);
            accounts.addAll(page);
            after = page.isEmpty() ? null : page.get(page.size() - 1).id();
        } while (!page.isEmpty());
        this.log = rollcall.syncLog(CrashingHost.TENANT)
                .entries(SyncLogQuery.ALL)
                .filter(entry -> entry.subject() != null)
                .collect(Collectors.groupingBy(SyncLogEntry::subject, LinkedHashMap::new, Collectors.toList()));
    }

    /** Checks everything, and gives how many accounts there are. */
    static int check(String url, Path heard, Map<String, Boolean> acknowledged) throws IOException {
        try (HikariDataSource database = CrashingHost.pool(url)) {
            Aftermath aftermath = new Aftermath(database, heard);
            aftermath.acknowledgedWritesAreThere(acknowledged);
            aftermath.eachUserHasOneAccount();
            aftermath.accountsAreWhatTheLogSays();
            aftermath.eventsAreWhatTheLogSays();
            return aftermath.accounts.size();
        }
    }

    private Set<String> users() {
        Store store = rollcall.scim().settings().store();
        ResourceType type = rollcall.scim().settings().registry().resourceType("User");
        return store.read(unit -> {
            try (Stream<Resource> all =
                    unit.resources().query(Scope.ofTenant(CrashingHost.TENANT), StoreQuery.all(type))) {
                return all.map(Resource::id).collect(Collectors.toSet());
            }
        });
    }

    private void acknowledgedWritesAreThere(Map<String, Boolean> acknowledged) {
        Set<String> users = users();
        acknowledged.forEach((id, there) ->
                assertThat(users.contains(id)).as("user %s is there", id).isEqualTo(there));
    }

    private void eachUserHasOneAccount() {
        List<String> beside = accounts.stream()
                .filter(account -> !account.standing().resourceGone())
                .map(Account::user)
                .toList();
        assertThat(beside).doesNotHaveDuplicates();
        assertThat(new HashSet<>(beside)).isEqualTo(users());
    }

    private void accountsAreWhatTheLogSays() {
        for (Account account : accounts) {
            List<SyncLogEntry> entries = log.getOrDefault(account.id(), List.of());
            assertThat(entries).as("log of %s", account).isNotEmpty();
            assertThat(entries.stream().filter(entry -> entry.event() == SyncLogEvent.USER_CREATED))
                    .hasSize(1);
            assertThat(account.standing().state())
                    .as("%s, of whom the log says %s", account, entries)
                    .isEqualTo(state(entries));
            Optional<SyncLogEntry> moved = entries.stream()
                    .filter(entry -> entry.event() == SyncLogEvent.ORG_CHANGED)
                    .reduce((a, b) -> b);
            moved.ifPresent(entry -> assertThat(entry.changes().get(0).after())
                    .isEqualTo(rollcall.organizations(CrashingHost.TENANT)
                            .find(account.assignment().organization())
                            .orElseThrow()
                            .name()));
        }
    }

    private static AccountState state(List<SyncLogEntry> entries) {
        AccountState state = AccountState.ACTIVE;
        for (SyncLogEntry entry : entries) {
            state = switch (entry.event()) {
                case DEACTIVATION_SCHEDULED -> AccountState.DEACTIVATION_PENDING;
                case DEACTIVATION_CANCELLED, USER_REACTIVATED -> AccountState.ACTIVE;
                case USER_DEACTIVATED -> AccountState.DEACTIVATED;
                case USER_DELETED -> AccountState.DELETED;
                default -> state;
            };
        }
        return state;
    }

    /** What the host has heard and what is still to be told is together exactly what the log says, in its order. */
    private void eventsAreWhatTheLogSays() throws IOException {
        Map<String, List<EventType>> expected = new HashMap<>();
        log.forEach((subject, entries) -> expected.put(
                subject,
                entries.stream()
                        .filter(entry -> TOLD.containsKey(entry.event()))
                        .map(entry -> TOLD.get(entry.event()))
                        .toList()));
        expected.values().removeIf(List::isEmpty);
        Map<String, List<EventType>> told = new HashMap<>();
        Set<String> seen = new HashSet<>();
        deliver();
        for (String line : Files.exists(heard) ? Files.readAllLines(heard) : List.<String>of()) {
            String[] parts = line.split(" ");
            EventType type = EventType.valueOf(parts[2]);
            // At least once: what was told twice has one id.
            if (type != EventType.GROUP_CHANGED && seen.add(parts[0])) {
                told.computeIfAbsent(parts[1], subject -> new ArrayList<>()).add(type);
            }
        }
        // What fell due only now has been told, too.
        Map<String, List<EventType>> before = new HashMap<>();
        told.forEach((subject, types) -> before.put(
                subject,
                types.subList(
                        0,
                        Math.min(
                                types.size(),
                                expected.getOrDefault(subject, types).size()))));
        assertThat(before).isEqualTo(expected);
    }

    private void deliver() {
        while (rollcall.runDue() > 0) {
            // Until nothing is left.
        }
    }
}

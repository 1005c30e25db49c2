package dev.rollcall.scim.provisioning.admin;

import dev.rollcall.scim.provisioning.account.Account;
import dev.rollcall.scim.provisioning.lifecycle.AccountState;
import dev.rollcall.scim.provisioning.log.AttributeChange;
import dev.rollcall.scim.provisioning.log.SyncLogEntry;
import dev.rollcall.scim.provisioning.log.SyncLogQuery;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Replaces what a sync log says about one person. */
final class Pseudonyms {
    private static final String MESSAGE = "What this said about a person was removed";

    private final Desk desk;
    private final String account;
    private final String pseudonym;

    Pseudonyms(Desk desk, String account) {
        this.desk = desk;
        this.account = account;
        // The id stays anyway; the name that replaces a name tells people apart, and nothing else.
        this.pseudonym = "person " + account;
    }

    int replace() {
        Set<String> names = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        living().ifPresent(names::add);
        entries(SyncLogQuery.ALL.ofSubject(account)).forEach(entry -> {
            if (entry.subjectName() != null && !entry.subjectName().equals(pseudonym)) {
                names.add(entry.subjectName());
            }
        });
        Pattern named = names.isEmpty() ? null : pattern(names);
        int changed = 0;
        String after = null;
        List<SyncLogEntry> page;
        do {
            String from = after;
            page = desk.act(work -> work.state().log().list(desk.tenant(), SyncLogQuery.ALL, from, Pages.SIZE));
            List<SyncLogEntry> replaced = new ArrayList<>();
            for (SyncLogEntry entry : page) {
                SyncLogEntry without = account.equals(entry.subject()) ? emptied(entry) : without(entry, named);
                if (!without.equals(entry)) {
                    replaced.add(without);
                }
                after = entry.id();
            }
            if (!replaced.isEmpty()) {
                changed += desk.act(work -> {
                    replaced.forEach(work.state().log()::replace);
                    return replaced.size();
                });
            }
        } while (page.size() == Pages.SIZE);
        return changed;
    }

    private Stream<SyncLogEntry> entries(SyncLogQuery query) {
        return new SyncLog(desk).entries(query);
    }

    /** The name of the account, if it is still kept. */
    private Optional<String> living() {
        Optional<Account> found = desk.look(work -> work.state().accounts().find(desk.tenant(), account));
        found.filter(one -> one.standing().state() != AccountState.DELETED).ifPresent(one -> {
            throw AdministrationException.refused("The account " + account + " is "
                    + one.standing().state() + "; entries can be pseudonymised of accounts that are DELETED");
        });
        return found.map(Account::userName);
    }

    /** Names as whole words, so that Ann's end leaves the annex alone. */
    private static Pattern pattern(Set<String> names) {
        String any = names.stream()
                .sorted((a, b) -> b.length() - a.length())
                .map(Pattern::quote)
                .collect(Collectors.joining("|"));
        return Pattern.compile(
                "(?<![\\p{L}\\p{N}])(?:" + any + ")(?![\\p{L}\\p{N}])",
                Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    private SyncLogEntry emptied(SyncLogEntry entry) {
        List<AttributeChange> changes = entry.changes().stream()
                .map(change -> new AttributeChange(change.attribute(), masked(change.before()), masked(change.after())))
                .toList();
        return with(entry, entry.subjectName() == null ? null : pseudonym, changes, MESSAGE, null);
    }

    private static @Nullable String masked(@Nullable String value) {
        return value == null ? null : AttributeChange.MASKED;
    }

    private SyncLogEntry without(SyncLogEntry entry, @Nullable Pattern named) {
        if (named == null) {
            return entry;
        }
        List<AttributeChange> changes = entry.changes().stream()
                .map(change -> new AttributeChange(
                        change.attribute(), without(change.before(), named), without(change.after(), named)))
                .toList();
        String message = named.matcher(entry.message()).replaceAll(Matcher.quoteReplacement(pseudonym));
        return with(entry, without(entry.subjectName(), named), changes, message, without(entry.explanation(), named));
    }

    private @Nullable String without(@Nullable String text, Pattern named) {
        return text == null ? null : named.matcher(text).replaceAll(Matcher.quoteReplacement(pseudonym));
    }

    private static SyncLogEntry with(
            SyncLogEntry entry,
            @Nullable String name,
            List<AttributeChange> changes,
            String message,
            @Nullable String explanation) {
        return new SyncLogEntry(
                entry.tenant(),
                entry.id(),
                entry.time(),
                entry.provider(),
                entry.actor(),
                entry.requestId(),
                entry.event(),
                entry.subject(),
                name,
                changes,
                entry.cause(),
                entry.result(),
                message,
                explanation);
    }
}

package dev.rollcall.scim.provisioning.engine;

import dev.rollcall.scim.provisioning.account.Account;
import dev.rollcall.scim.provisioning.mapping.Decision;
import dev.rollcall.scim.provisioning.mapping.Occasion;
import dev.rollcall.scim.provisioning.mapping.Subject;
import dev.rollcall.scim.resource.Resource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Asks rules about accounts, without changing any. */
public final class Look {
    private Look() {}

    /**
     * What rules say.
     *
     * @param account the account as it is
     * @param groups the ids of the groups that its user is in
     * @param decision what the rules say
     */
    public record Seen(Account account, Set<String> groups, Decision decision) {
        /** Copies the set. */
        public Seen {
            groups = Set.copyOf(groups);
        }
    }

    /** What the rules say about those of the accounts whom they are asked about. */
    public static List<Seen> at(Work work, Rules rules, List<Account> accounts, Occasion occasion) {
        List<Account> asked = accounts.stream()
                .filter(account -> AccountWork.on(work, account).isEvaluated())
                .toList();
        if (asked.isEmpty() || rules.provider() == null) {
            return List.of();
        }
        Evaluation evaluation = new Evaluation(work, rules.provider().id());
        List<String> ids = asked.stream().map(Account::user).toList();
        Map<String, Resource> users = evaluation.users(ids);
        Map<String, Set<String>> groups = evaluation.groups(ids, rules);
        List<Seen> seen = new ArrayList<>();
        for (Account account : asked) {
            Resource user = users.get(account.user());
            if (user != null) {
                Set<String> its = groups.getOrDefault(account.user(), Set.of());
                Subject subject = new Subject(user, its, account.assignment());
                seen.add(new Seen(account, its, rules.mapping().decide(subject, rules.catalogue(), occasion)));
            }
        }
        return seen;
    }

    /** Why, in a sentence. */
    public static String text(Decision decision, Rules rules) {
        return Explanations.of(decision, rules);
    }
}

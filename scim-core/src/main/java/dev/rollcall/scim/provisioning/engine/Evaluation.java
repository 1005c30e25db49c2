package dev.rollcall.scim.provisioning.engine;

import dev.rollcall.scim.protocol.GroupGraph;
import dev.rollcall.scim.provisioning.account.Account;
import dev.rollcall.scim.provisioning.mapping.Occasion;
import dev.rollcall.scim.resource.Resource;
import dev.rollcall.scim.resource.UserView;
import dev.rollcall.scim.schema.ResourceType;
import dev.rollcall.scim.store.Scope;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Asks the rules about several accounts of a provider at once. Not thread-safe. */
public record Evaluation(Work work, String provider) {
    /**
     * Those beside the users, since their memberships changed. Accounts are held before anybody looks at their groups: of two
     * requests that change groups of one user at the same time, the later one sees what both have done.
     *
     * @return how many have another organization or other roles now
     */
    int changed(Collection<String> users) {
        return evaluate(work.state().accounts().lockByUsers(work.act().tenant(), users), Occasion.CHANGED);
    }

    /** Accounts that the unit of work holds; returns how many have another organization or other roles now. */
    public int evaluate(List<Account> held, Occasion occasion) {
        List<AccountWork> accounts = new ArrayList<>();
        for (Account account : held) {
            AccountWork one = AccountWork.on(work, account);
            if (provider.equals(account.provider()) && one.isEvaluated()) {
                accounts.add(one);
            }
        }
        if (accounts.isEmpty()) {
            return 0;
        }
        List<String> ids = accounts.stream().map(one -> one.account().user()).toList();
        Map<String, Resource> users = users(ids);
        Map<String, Set<String>> groups = groups(ids, work.rules(provider));
        int changed = 0;
        for (AccountWork one : accounts) {
            String id = one.account().user();
            Resource user = users.get(id);
            if (user != null) {
                changed += one.evaluate(user, groups.getOrDefault(id, Set.of()), occasion) ? 1 : 0;
                one.save();
            }
        }
        return changed;
    }

    /** The User resources by id. */
    Map<String, Resource> users(Collection<String> ids) {
        Map<String, Resource> users = new HashMap<>();
        for (ResourceType type : work.parts().registry().resourceTypes()) {
            if (type.isBaseSchema(UserView.SCHEMA)) {
                users.putAll(work.unit().resources().findAll(scope(), type, ids));
            }
        }
        return users;
    }

    /** The groups that each of them is in; none are looked up if no rule is about any. */
    Map<String, Set<String>> groups(Collection<String> ids, Rules rules) {
        return rules.mapping().groups().isEmpty()
                ? Map.of()
                : GroupGraph.of(work.unit(), scope(), work.parts().registry()).groupsOf(ids);
    }

    private Scope scope() {
        return new Scope(work.act().tenant(), provider);
    }
}

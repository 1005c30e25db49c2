package dev.rollcall.examples.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rollcall.examples.server.Ledger.Entry;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Compares what the nodes show, and what the tables hold, with what the writers know. */
final class Aftermath {
    private final Nodes nodes;
    private final NodeClient client;
    private final Map<String, Entry> expected = new TreeMap<>();
    private final Map<String, JsonNode> users = new HashMap<>();
    private final Map<String, Set<String>> members = new HashMap<>();
    private final List<String> wrong = new ArrayList<>();

    Aftermath(Nodes nodes, NodeClient client, List<String> groups, List<Ledger> ledgers) {
        this.nodes = nodes;
        this.client = client;
        ledgers.forEach(ledger -> expected.putAll(ledger.users()));
        List<String> alive = new ArrayList<>();
        for (int i = 0; i < nodes.size(); i++) {
            alive.add(nodes.baseUrl(i));
        }
        for (JsonNode user : client.all(alive, "/Users?count=50")) {
            JsonNode before = users.put(user.path("userName").asText(), user);
            assertThat(before).as("two users of one name: " + before).isNull();
        }
        assertThat(client.get(alive.get(0), "/Users?count=0")
                        .path("totalResults")
                        .asInt())
                .as("the total")
                .isEqualTo(users.size());
        for (String group : groups) {
            Set<String> ids = new TreeSet<>();
            client.get(alive.get(0), "/Groups/" + group)
                    .path("members")
                    .forEach(member -> ids.add(member.path("value").asText()));
            members.put(group, ids);
        }
    }

    /** How many requests have no known outcome. */
    long unknown() {
        return expected.values().stream().filter(entry -> !entry.isCertain()).count();
    }

    void check() {
        Set<String> known = new HashSet<>();
        users.values().forEach(user -> known.add(user.path("id").asText()));
        expected.forEach((userName, entry) -> {
            JsonNode user = users.get(userName);
            if (user == null) {
                require(entry.mayBe(Ledger.ABSENT), userName + " is lost");
            } else {
                present(userName, entry, user);
            }
        });
        members.forEach((group, ids) ->
                ids.forEach(id -> require(known.contains(id), "A member of " + group + " is no user: " + id)));
        assertThat(wrong).isEmpty();
        tables();
    }

    private void present(String userName, Entry entry, JsonNode user) {
        String id = user.path("id").asText();
        String displayName = user.path("displayName").asText();
        require(entry.mayBe(displayName), userName + " is " + displayName + ", not of " + entry.displayNames);
        require(entry.id.isEmpty() || entry.id.equals(id), userName + " has another id");
        JsonNode whole = Http.json(NodeWriter.user(userName, displayName));
        whole.fieldNames()
                .forEachRemaining(name -> require(
                        whole.path(name).equals(user.path(name)), userName + " is not whole: " + name + " of " + user));
        Set<String> shown = new HashSet<>();
        user.path("groups").forEach(group -> shown.add(group.path("value").asText()));
        members.forEach((group, ids) -> {
            boolean member = ids.contains(id);
            require(
                    entry.membership(group).contains(member),
                    userName + " in " + group + ": " + member + ", not of " + entry.membership(group));
            require(member == shown.contains(group), userName + " shows other groups than " + group + " shows members");
        });
        if (!entry.isCertain()) {
            isFoundByEveryKey(userName, id);
        }
    }

    private void isFoundByEveryKey(String userName, String id) {
        for (String filter : List.of(
                "userName eq \"" + userName + "\"",
                "externalId eq \"x-" + userName + "\"",
                "emails.value eq \"" + userName + "@example.com\"")) {
            JsonNode found = client.get(nodes.baseUrl(0), "/Users?" + NodeClient.filter(filter));
            require(
                    found.path("totalResults").asInt() == 1
                            && found.at("/Resources/0/id").asText().equals(id),
                    filter + " finds " + found);
        }
    }

    /** What no client sees directly. */
    private void tables() {
        assertThat(nodes.column("""
                select coalesce(c.group_key, m.group_key) || '/' || coalesce(c.owner, m.owner) || ': '
                    || coalesce(c.members, 0) || ' counted, ' || coalesce(m.members, 0) || ' there'
                from scim_member_count c
                full join (
                    select m.tenant_key, m.group_key, r.owner, count(*) as members
                    from scim_membership m
                    join scim_resource r on r.tenant_key = m.tenant_key and r.resource_key = m.member_key
                    group by m.tenant_key, m.group_key, r.owner) m
                on m.tenant_key = c.tenant_key and m.group_key = c.group_key and m.owner = c.owner
                where coalesce(c.members, 0) <> coalesce(m.members, 0)""")).as("counts of members").isEmpty();
        assertThat(nodes.column("""
                select userName.key_value from scim_key userName
                where not exists (select 1 from scim_resource r
                    where r.tenant_key = userName.tenant_key and r.resource_key = userName.resource_key)""")).as("keys of nobody").isEmpty();
    }

    private void require(boolean holds, String otherwise) {
        if (!holds) {
            wrong.add(otherwise);
        }
    }
}

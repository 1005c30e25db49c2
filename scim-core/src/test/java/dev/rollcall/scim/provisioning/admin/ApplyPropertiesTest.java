package dev.rollcall.scim.provisioning.admin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.scim.protocol.Caller;
import dev.rollcall.scim.provisioning.Role;
import dev.rollcall.scim.provisioning.account.Account;
import dev.rollcall.scim.provisioning.account.AccountQuery;
import dev.rollcall.scim.provisioning.mapping.MappingSettings;
import dev.rollcall.scim.provisioning.mapping.OrganizationMapping;
import dev.rollcall.scim.provisioning.mapping.Provenance;
import dev.rollcall.scim.provisioning.mapping.RoleMapping;
import dev.rollcall.scim.store.memory.InMemoryStore;
import dev.rollcall.scim.testing.Generator;
import dev.rollcall.scim.testing.Property;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What holds when settings are applied to anybody, whatever they are. */
class ApplyPropertiesTest {
    private static final List<String> ROLES = List.of("admin", "member", "reader");

    private final List<String> organizations = new ArrayList<>();
    private final List<String> groups = new ArrayList<>();
    private Generator g;
    private World world;
    private Caller okta;
    private String provider;

    private void begin(Generator generator) {
        this.g = generator;
        organizations.clear();
        groups.clear();
        this.world = World.on(
                InMemoryStore.create(),
                builder -> builder.roles(
                        ROLES.stream().map(role -> Role.of(role, role)).toList()));
        CreatedProvider created = world.okta();
        this.okta = World.caller(created);
        this.provider = created.id();
    }

    @Test
    void a_preview_equals_what_applying_does_which_done_again_changes_nothing() {
        Property.check("apply", 40, generator -> {
            begin(generator);
            check();
        });
    }

    private void check() {
        people();
        rules().set(settings());
        randomHand();
        rules().set(g.show("settings", settings()));
        boolean includeMoved = g.bool();
        Map<String, Account> before = accounts();
        Preview preview = new Previews(world.rollcall.accounts(World.TENANT).desk())
                .of(provider, settings -> settings, includeMoved);
        assertThat(accounts()).isEqualTo(before);
        apply(includeMoved);
        Map<String, Account> after = accounts();
        assertThat(moves(before, after)).isEqualTo(moves(preview));
        assertThat(roles(after, before)).isEqualTo(preview.gained());
        assertThat(roles(before, after)).isEqualTo(preview.lost());
        assertThat(before.keySet().stream().filter(id -> !same(before.get(id), after.get(id))))
                .hasSize((int) preview.changed());
        boolean strict = rules().settings().roles() instanceof RoleMapping.ByGroups by && by.strict();
        if (!strict) {
            before.forEach((id, account) -> assertThat(byHand(after.get(id))).containsAll(byHand(account)));
        }
        apply(includeMoved);
        assertThat(accounts()).isEqualTo(after);
        assertThat(world.rollcall.jobs(World.TENANT).list(1).get(0).changed()).isZero();
    }

    private Mappings rules() {
        return world.rollcall.mappings(World.TENANT, provider);
    }

    private void people() {
        Organizations all = world.rollcall.organizations(World.TENANT);
        organizations.add(all.defaultOrganization());
        all.defaultRoles(all.defaultOrganization(), some(ROLES));
        for (String name : List.of("Research", "Sales")) {
            organizations.add(all.add(name, null, some(ROLES)).id());
        }
        List<String> users = new ArrayList<>();
        for (int i = 0; i < g.between(1, 6); i++) {
            String title = g.pick("Research", " sales ", "New one", "ab", "");
            users.add(world.user(okta, "u" + i + "@example.com", "'title':'" + title + "'"));
        }
        for (int i = 0; i < 3; i++) {
            List<String> members = new ArrayList<>(some(users));
            members.addAll(some(groups));
            groups.add(world.post(
                            okta,
                            "/Groups",
                            "{'schemas':['urn:ietf:params:scim:schemas:core:2.0:Group'],'displayName':'G" + i
                                    + "','members':["
                                    + String.join(
                                            ",",
                                            members.stream()
                                                    .map(id -> "{'value':'" + id + "'}")
                                                    .toList())
                                    + "]}")
                    .id());
        }
    }

    /** What administrators have done meanwhile. */
    private void randomHand() {
        for (Account account : accounts().values()) {
            Accounts hand = world.rollcall.accounts(World.TENANT);
            switch (g.below(5)) {
                case 0 -> hand.move(account.id(), g.pick(organizations));
                case 1 -> hand.giveRole(account.id(), g.pick(ROLES));
                case 2 -> hand.takeRole(account.id(), g.pick(ROLES));
                case 3 -> hand.deactivate(account.id());
                default -> hand.block(account.id());
            }
        }
    }

    private MappingSettings settings() {
        OrganizationMapping places = g.<OrganizationMapping>either(
                () -> OrganizationMapping.DEFAULT,
                () -> OrganizationMapping.single(g.pick(organizations)),
                () -> new OrganizationMapping.ByAttribute(
                        "title", g.bool() ? null : g.pick(organizations), g.pick(organizations)),
                () -> new OrganizationMapping.ByGroups(
                        g.list(
                                0,
                                3,
                                () -> new OrganizationMapping.ByGroups.Rule(g.pick(groups), g.pick(organizations))),
                        g.pick(organizations)));
        Map<String, RoleMapping.ByGroups.Rule> byGroup = new LinkedHashMap<>();
        g.list(0, 3, () -> g.pick(groups))
                .forEach(group -> byGroup.put(
                        group, new RoleMapping.ByGroups.Rule(group, Set.copyOf(g.list(1, 2, () -> g.pick(ROLES))))));
        return new MappingSettings(
                places,
                g.oneIn(4)
                        ? RoleMapping.manually()
                        : new RoleMapping.ByGroups(List.copyOf(byGroup.values()), g.oneIn(3)));
    }

    private Set<String> some(List<String> all) {
        return all.isEmpty() ? Set.of() : Set.copyOf(g.list(0, 2, () -> g.pick(all)));
    }

    private void apply(boolean includeMoved) {
        world.rollcall.jobs(World.TENANT).apply(provider, includeMoved);
        while (world.rollcall.runDue() > 0) {
            // Until it is done.
        }
    }

    private Map<String, Account> accounts() {
        Map<String, Account> accounts = new TreeMap<>();
        world.rollcall
                .accounts(World.TENANT)
                .list(AccountQuery.ALL, null, 1_000)
                .forEach(account -> accounts.put(account.id(), account));
        return accounts;
    }

    private static boolean same(Account before, Account after) {
        return before.assignment().organization().equals(after.assignment().organization())
                && before.assignment()
                        .roles()
                        .keySet()
                        .equals(after.assignment().roles().keySet());
    }

    private static Set<String> byHand(Account account) {
        Map<String, Provenance> roles = new HashMap<>(account.assignment().roles());
        roles.values().removeIf(from -> from != Provenance.MANUAL);
        return roles.keySet();
    }

    private Map<String, Long> moves(Map<String, Account> before, Map<String, Account> after) {
        Map<String, Long> moves = new TreeMap<>();
        before.forEach((id, account) -> {
            String from = name(account);
            String to = name(after.get(id));
            if (!from.equals(to)) {
                moves.merge(from + " > " + to, 1L, Long::sum);
            }
        });
        return moves;
    }

    private static Map<String, Long> moves(Preview preview) {
        Map<String, Long> moves = new TreeMap<>();
        preview.moves().forEach(move -> moves.put(move.from() + " > " + move.to(), move.accounts()));
        return moves;
    }

    private String name(Account account) {
        return world.rollcall
                .organizations(World.TENANT)
                .find(account.assignment().organization())
                .orElseThrow()
                .name();
    }

    /** How many of the first have each role that they do not have in the second. */
    private static Map<String, Long> roles(Map<String, Account> first, Map<String, Account> second) {
        Map<String, Long> counts = new TreeMap<>();
        first.forEach((id, account) -> account.assignment().roles().keySet().stream()
                .filter(role -> !second.get(id).assignment().roles().containsKey(role))
                .forEach(role -> counts.merge(role, 1L, Long::sum)));
        return counts;
    }
}

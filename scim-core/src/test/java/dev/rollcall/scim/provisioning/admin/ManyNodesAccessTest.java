package dev.rollcall.scim.provisioning.admin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.scim.Rollcall;
import dev.rollcall.scim.protocol.Caller;
import dev.rollcall.scim.protocol.Options;
import dev.rollcall.scim.provisioning.memory.MemoryProvisioning;
import dev.rollcall.scim.provisioning.provider.CredentialType;
import dev.rollcall.scim.provisioning.provider.ProviderAccess;
import dev.rollcall.scim.provisioning.provider.ProviderSettings;
import dev.rollcall.scim.provisioning.provider.RequestRate;
import dev.rollcall.scim.provisioning.store.ProvisioningStore;
import dev.rollcall.scim.store.Store;
import dev.rollcall.scim.store.memory.InMemoryStore;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ManyNodesAccessTest {
    private static final Duration LONGEST = Duration.ofSeconds(5);

    private final Store store = InMemoryStore.create();
    private final AtomicInteger looks = new AtomicInteger();
    private final ProvisioningStore state = counted(MemoryProvisioning.create());
    private final World world = World.on(store, builder -> builder.provisioning(state));
    private final Rollcall secondNode = World.rollcall(store, world.now, builder -> builder.provisioning(state));
    private final ProviderAccess here = world.rollcall.access().orElseThrow();
    private final ProviderAccess there = secondNode.access().orElseThrow();

    private ProvisioningStore counted(ProvisioningStore all) {
        return unit -> {
            looks.incrementAndGet();
            return all.in(unit);
        };
    }

    @Test
    void who_was_here_a_moment_ago_costs_no_look_up() {
        CreatedProvider okta = world.okta();
        CreatedCredential token = world.providers().credentials(okta.id()).add(CredentialType.OAUTH_TOKEN);
        Caller caller = here.byPassword(okta.userName(), okta.password()).orElseThrow();
        here.byToken(token.token());
        int before = looks.get();

        for (int i = 0; i < 100; i++) {
            assertThat(here.byPassword(okta.userName(), okta.password())).contains(caller);
            assertThat(here.byToken(token.token())).isPresent();
            assertThat(here.options(caller)).isEqualTo(Options.DEFAULT);
            assertThat(here.requestRate(caller)).isEqualTo(RequestRate.DEFAULT);
        }

        assertThat(looks).hasValue(before);
    }

    @Test
    void what_was_mistyped_costs_no_look_up() {
        CreatedProvider okta = world.okta();
        int before = looks.get();

        String mistyped = okta.password().substring(1);
        assertThat(here.byPassword(okta.userName(), mistyped)).isEmpty();
        assertThat(here.byPassword(okta.userName(), "hunter2")).isEmpty();
        assertThat(here.byToken(mistyped)).isEmpty();

        assertThat(looks).hasValue(before);
    }

    @Test
    void a_revocation_holds_here_at_once_and_on_every_node_within_five_seconds() {
        CreatedProvider okta = world.okta();
        assertThat(there.byPassword(okta.userName(), okta.password())).isPresent();
        world.pass(Duration.ofSeconds(3));
        assertThat(there.byPassword(okta.userName(), okta.password())).isPresent();

        world.providers().credentials(okta.id()).revoke(okta.credential().id());

        assertThat(here.byPassword(okta.userName(), okta.password())).isEmpty();
        world.pass(LONGEST.minusSeconds(3));
        assertThat(there.byPassword(okta.userName(), okta.password())).isEmpty();
    }

    @Test
    void a_disabled_provider_is_nobody_within_five_seconds_and_back_when_it_is_enabled() {
        CreatedProvider okta = world.okta();
        assertThat(there.byPassword(okta.userName(), okta.password())).isPresent();

        world.providers().disable(okta.id());
        world.pass(LONGEST);
        assertThat(there.byPassword(okta.userName(), okta.password())).isEmpty();

        world.providers().enable(okta.id());
        world.pass(LONGEST);
        assertThat(there.byPassword(okta.userName(), okta.password())).isPresent();
    }

    @Test
    void a_deleted_provider_is_nobody_within_five_seconds() {
        CreatedProvider okta = world.okta();
        assertThat(there.byPassword(okta.userName(), okta.password())).isPresent();

        world.providers().delete(okta.id());
        world.pass(LONGEST);

        assertThat(there.byPassword(okta.userName(), okta.password())).isEmpty();
    }

    @Test
    void the_end_of_a_credential_is_kept_to_the_moment_on_a_node_that_knew_of_it() {
        CreatedProvider okta = world.okta();
        CreatedCredential short1 = world.providers()
                .credentials(okta.id())
                .add(CredentialType.OAUTH_TOKEN, world.now.get().plusSeconds(2));

        assertThat(there.byToken(short1.token())).isPresent();
        world.pass(Duration.ofSeconds(2).minusMillis(1));
        assertThat(there.byToken(short1.token())).isPresent();
        world.pass(Duration.ofMillis(1));
        assertThat(there.byToken(short1.token())).isEmpty();
    }

    @Test
    void settings_of_a_provider_reach_every_node_within_five_seconds() {
        CreatedProvider okta = world.okta();
        Caller caller = World.caller(okta);
        assertThat(there.options(caller)).isEqualTo(Options.DEFAULT);

        RequestRate slow = new RequestRate(1, 2);
        world.providers().change(okta.id(), to -> to.protocol(Options.STRICT).requestRate(slow));
        assertThat(here.options(caller)).isEqualTo(Options.STRICT);
        world.pass(LONGEST);

        assertThat(there.options(caller)).isEqualTo(Options.STRICT);
        assertThat(there.requestRate(caller)).isEqualTo(slow);
    }

    @Test
    void a_clock_that_was_set_back_makes_nobody_remember_for_longer() {
        CreatedProvider okta = world.okta();
        assertThat(there.byPassword(okta.userName(), okta.password())).isPresent();
        world.providers().disable(okta.id());

        world.pass(Duration.ofHours(-1));

        assertThat(there.byPassword(okta.userName(), okta.password())).isEmpty();
    }

    @Test
    void one_provider_is_added_by_several_nodes_at_once() throws InterruptedException {
        AtomicInteger added = new AtomicInteger();
        Thread[] nodes = new Thread[8];
        for (int i = 0; i < nodes.length; i++) {
            Rollcall node = World.rollcall(store, world.now, builder -> builder.provisioning(state));
            nodes[i] = new Thread(() -> {
                try {
                    node.providers(World.TENANT).add(ProviderSettings.named("Okta"));
                    added.incrementAndGet();
                } catch (AdministrationException e) {
                    assertThat(e.problem()).isEqualTo(AdministrationException.Problem.EXISTS);
                }
            });
            nodes[i].start();
        }
        for (Thread node : nodes) {
            node.join();
        }
        assertThat(added).hasValue(1);
        assertThat(world.providers().list()).hasSize(1);
    }
}

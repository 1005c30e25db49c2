package dev.rollcall.scim.provisioning;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.scim.Rollcall;
import dev.rollcall.scim.provisioning.event.EventType;
import dev.rollcall.scim.provisioning.event.ProvisioningEvent;
import dev.rollcall.scim.provisioning.mapping.Organization;
import dev.rollcall.scim.provisioning.memory.MemoryProvisioning;
import dev.rollcall.scim.provisioning.tenant.Tenant;
import dev.rollcall.scim.provisioning.tenant.TenantSettings;
import dev.rollcall.scim.store.memory.InMemoryStore;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class BackgroundTest {
    private final InMemoryStore store = InMemoryStore.create();
    private final MemoryProvisioning state = MemoryProvisioning.create();
    private final BlockingQueue<ProvisioningEvent> heard = new LinkedBlockingQueue<>();

    private Rollcall rollcall(Background background) {
        return Rollcall.builder()
                .store(store)
                .provisioning(state)
                .listener(heard::add)
                .background(background)
                .build();
    }

    @BeforeEach
    void there_is_a_tenant() {
        store.write(unit -> {
            state.in(unit).tenants().insert(new Tenant("acme", "Acme", TenantSettings.DEFAULT, "o1", Instant.EPOCH, 0));
            state.in(unit).organizations().insert("acme", new Organization("o1", "Default", null, Set.of(), true));
            return unit;
        });
    }

    @Test
    void the_thread_tells_the_host_without_being_asked() throws InterruptedException {
        try (Rollcall rollcall = rollcall(Background.THREAD)) {
            rollcall.localUsers("acme").create(user -> user.set("userName", "jo@example.com"));

            ProvisioningEvent event = heard.poll(30, TimeUnit.SECONDS);
            assertThat(event).isNotNull();
            assertThat(event.type()).isEqualTo(EventType.ACCOUNT_CREATED);
            assertThat(event.subjectName()).isEqualTo("jo@example.com");
        }
    }

    @Test
    void by_hand_nothing_happens_until_it_is_asked_for() {
        Rollcall rollcall = rollcall(Background.MANUAL);
        rollcall.localUsers("acme").create(user -> user.set("userName", "jo@example.com"));
        assertThat(rollcall.events().waiting("acme")).isEqualTo(1);
        assertThat(heard).isEmpty();

        assertThat(rollcall.runDue()).isEqualTo(1);
        assertThat(heard).hasSize(1);
        assertThat(rollcall.events().waiting("acme")).isZero();
        assertThat(rollcall.runDue()).isZero();
    }

    @Test
    void what_a_closed_server_left_is_told_by_the_next_one() {
        Rollcall before = rollcall(Background.MANUAL);
        before.localUsers("acme").create(user -> user.set("userName", "jo@example.com"));
        before.close();
        before.close();

        assertThat(rollcall(Background.MANUAL).runDue()).isEqualTo(1);
        assertThat(heard).hasSize(1);
    }
}

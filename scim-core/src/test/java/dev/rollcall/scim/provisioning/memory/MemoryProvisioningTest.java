package dev.rollcall.scim.provisioning.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rollcall.scim.provisioning.store.ProvisioningUnit;
import dev.rollcall.scim.provisioning.tenant.Tenant;
import dev.rollcall.scim.provisioning.tenant.TenantSettings;
import dev.rollcall.scim.store.ResourceStore;
import dev.rollcall.scim.store.Store;
import dev.rollcall.scim.store.memory.InMemoryStore;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What goes beyond the contract: other stores of resources beside it. */
class MemoryProvisioningTest {
    private static Tenant tenant(String id) {
        return new Tenant(id, "T " + id, TenantSettings.DEFAULT, "o1", Instant.EPOCH, 1);
    }

    /** A store whose calls are each a transaction of its own. */
    private static Store simple() {
        return Store.of((ResourceStore) Proxy.newProxyInstance(
                MemoryProvisioningTest.class.getClassLoader(),
                new Class<?>[] {ResourceStore.class},
                (proxy, m, args) -> {
                    throw new UnsupportedOperationException(m.getName());
                }));
    }

    static List<Store> stores() {
        return List.of(InMemoryStore.create(), simple());
    }

    private final MemoryProvisioning provisioning = MemoryProvisioning.create();

    private List<String> tenants(Store store) {
        return store.read(unit -> provisioning.in(unit).tenants().list(null, 10).stream()
                .map(Tenant::id)
                .toList());
    }

    @ParameterizedTest
    @MethodSource("stores")
    void work_that_throws_is_undone_whichever_unit_objects_it_went_through(Store store) {
        store.write(unit -> {
            provisioning.in(unit).tenants().insert(tenant("a"));
            return true;
        });

        assertThatThrownBy(() -> store.write(unit -> {
                    ProvisioningUnit one = provisioning.in(unit);
                    one.tenants().replace(tenant("a").revised());
                    provisioning.in(unit).tenants().erase("a");
                    one.tenants().insert(tenant("a"));
                    one.tenants().insert(tenant("b"));
                    throw new UnsupportedOperationException("what the work throws");
                }))
                .hasMessage("what the work throws");

        assertThat(tenants(store)).containsExactly("a");
        assertThat(store.<Long>read(unit ->
                        provisioning.in(unit).tenants().find("a").orElseThrow().revision()))
                .isEqualTo(1);
    }

    @ParameterizedTest
    @MethodSource("stores")
    void a_unit_waits_for_another_whatever_the_store(Store store) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(2);
        CountDownLatch inside = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        try {
            CompletableFuture<Boolean> first = CompletableFuture.supplyAsync(
                    () -> store.write(unit -> {
                        provisioning.in(unit).tenants().insert(tenant("a"));
                        inside.countDown();
                        await(go);
                        return true;
                    }),
                    threads);
            await(inside);
            CompletableFuture<List<String>> second = CompletableFuture.supplyAsync(() -> tenants(store), threads);
            assertThat(second.isDone()).isFalse();
            go.countDown();
            first.get();
            assertThat(second.get()).containsExactly("a");
        } finally {
            threads.shutdownNow();
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @ParameterizedTest
    @MethodSource("stores")
    void a_read_within_a_write_sees_what_that_has_written(Store store) {
        store.write(unit -> {
            provisioning.in(unit).tenants().insert(tenant("a"));
            assertThat(tenants(store)).containsExactly("a");
            return true;
        });
    }

    @ParameterizedTest
    @MethodSource("stores")
    void a_unit_that_only_reads_does_not_write_and_one_that_has_ended_does_nothing(Store store) {
        ProvisioningUnit ended = store.write(provisioning::in);

        assertThatIllegalStateException().isThrownBy(() -> ended.tenants().find("a"));
        assertThatIllegalStateException().isThrownBy(() -> ended.tenants().insert(tenant("a")));
        assertThatIllegalStateException()
                .isThrownBy(
                        () -> store.read(unit -> provisioning.in(unit).tenants().lock("a")));
    }

    @Test
    void a_write_within_a_read_of_a_store_that_lets_them_nest_does_not_wait_for_itself() {
        Store store = simple();

        assertThatIllegalStateException()
                .isThrownBy(() -> store.read(outer -> {
                    provisioning.in(outer).tenants().find("a");
                    return store.<Object>write(
                            inner -> provisioning.in(inner).tenants().lock("a"));
                }));
    }

    @Test
    void keys_that_begin_alike_stand_together_and_before_the_place_behind_them() {
        RowKey all = RowKey.of("a");
        List<RowKey> keys = new ArrayList<>(List.of(
                RowKey.of("b"),
                all.behindAll(),
                RowKey.of("a", "x", "y"),
                RowKey.of("a", "x"),
                all,
                RowKey.of("a\u0001"),
                RowKey.of("a", "w")));

        keys.sort(null);

        assertThat(keys)
                .containsExactly(
                        all,
                        RowKey.of("a", "w"),
                        RowKey.of("a", "x"),
                        RowKey.of("a", "x", "y"),
                        all.behindAll(),
                        RowKey.of("a\u0001"),
                        RowKey.of("b"));
    }
}

package dev.rollcall.scim.protocol;

import static dev.rollcall.scim.protocol.BulkRequests.bulk;
import static dev.rollcall.scim.protocol.BulkRequests.manager;
import static dev.rollcall.scim.protocol.BulkRequests.postGroup;
import static dev.rollcall.scim.protocol.BulkRequests.postUser;
import static dev.rollcall.scim.protocol.BulkRequests.statuses;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.scim.store.Capabilities;
import dev.rollcall.scim.store.ConflictException;
import dev.rollcall.scim.store.MembershipStore;
import dev.rollcall.scim.store.ResourceStore;
import dev.rollcall.scim.store.Store;
import dev.rollcall.scim.store.UnitOfWork;
import dev.rollcall.scim.store.memory.InMemoryStore;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** What a bulk request asks of the store: no more than its operations ask, one by one. */
class BulkCostTest {
    private static final int PAIRS = 500;

    @Test
    void a_bulk_of_1000_operations_with_forward_references_costs_no_more_than_1000_requests() {
        Counting one = new Counting(InMemoryStore.create());
        Server single = new Server(one);
        String before = "";
        for (int i = 0; i < PAIRS; i++) {
            before = single.user("u" + i, before.isEmpty() ? "" : manager(before));
            single.group("g" + i, before);
        }

        Counting all = new Counting(InMemoryStore.create());
        Server server = new Server(all);
        List<String> operations = new ArrayList<>();
        for (int i = PAIRS - 1; i >= 0; i--) {
            operations.add(postGroup("g" + i, "g" + i, "bulkId:u" + i));
            operations.add(i == 0 ? postUser("u0", "u0") : postUser("u" + i, "u" + i, manager("bulkId:u" + (i - 1))));
        }
        Server.Answer answer = server.post("/Bulk", bulk(0, operations));
        assertThat(statuses(answer)).hasSize(2 * PAIRS).containsOnly("201");
        assertThat(all.units).isEqualTo(2 * PAIRS).isLessThanOrEqualTo(one.units);
        all.calls.forEach(
                (call, count) -> assertThat(count).as(call).isLessThanOrEqualTo(one.calls.getOrDefault(call, 0)));
        assertThat(all.calls).containsEntry("insert", 2 * PAIRS).containsEntry("apply", PAIRS);
    }

    @Test
    void a_circle_costs_one_unit_of_work_and_no_call_for_each_other_resource() {
        Counting store = new Counting(InMemoryStore.create());
        List<String> operations = new ArrayList<>();
        for (int i = 0; i < PAIRS; i++) {
            operations.add(postGroup("g" + i, "g" + i, "bulkId:g" + (i + 1) % PAIRS, "bulkId:g" + i));
        }
        assertThat(statuses(new Server(store).post("/Bulk", bulk(0, operations))))
                .containsOnly("201");
        assertThat(store.units).isEqualTo(1);
        assertThat(store.calls)
                .containsEntry("insert", PAIRS)
                .containsEntry("apply", PAIRS)
                .hasSize(2);
    }

    @Test
    void a_lost_race_is_tried_again_and_doubles_nothing() {
        Counting store = new Counting(InMemoryStore.create());
        List<String> heard = new ArrayList<>();
        Server server = new Server(
                store,
                b -> b.writeListener(write -> changes ->
                        heard.add(write.after() == null ? "" : write.after().id())));
        store.losing = 3;
        Server.Answer answer = server.post(
                "/Bulk",
                bulk(postGroup("a", "A", "bulkId:b", "bulkId:u"), postGroup("b", "B", "bulkId:a"), postUser("u", "u")));
        assertThat(statuses(answer)).containsExactly("201", "201", "201");
        assertThat(store.losing).isZero();
        // The user is done first; each of its attempts is heard, and what lost the race is rolled back with it.
        assertThat(heard).hasSize(4 + 2);
        assertThat(heard.subList(0, 4)).containsOnly(BulkRequests.id(answer, 2));
        assertThat(heard.subList(4, 6)).containsExactly(BulkRequests.id(answer, 0), BulkRequests.id(answer, 1));
        assertThat(server.get("/Groups").json().path("totalResults").asInt()).isEqualTo(2);
        assertThat(server.get("/Users").json().path("totalResults").asInt()).isEqualTo(1);
        assertThat(answer.all("Operations.version")).containsOnly("W/\"1\"");
    }

    /** Counts what passes between core and the store; units of work can lose their race when they are done. */
    private static final class Counting implements Store {
        private final Store inner;
        private final Map<String, Integer> calls = new TreeMap<>();
        private int units;
        private int losing;

        private Counting(Store inner) {
            this.inner = inner;
        }

        private UnitOfWork counted(UnitOfWork unit) {
            return new UnitOfWork() {
                @Override
                public boolean writes() {
                    return unit.writes();
                }

                @Override
                public void onEnd(Ending ending) {
                    unit.onEnd(ending);
                }

                @Override
                public ResourceStore resources() {
                    return counted(ResourceStore.class, unit.resources());
                }

                @Override
                public Optional<MembershipStore> memberships() {
                    return unit.memberships().map(m -> counted(MembershipStore.class, m));
                }
            };
        }

        private <T> T counted(Class<T> type, T target) {
            return type.cast(Proxy.newProxyInstance(
                    type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                        // What a resource fits into is decided without asking what keeps it.
                        if (!method.getName().equals("fit")) {
                            calls.merge(method.getName(), 1, Integer::sum);
                        }
                        try {
                            return method.invoke(target, arguments);
                        } catch (InvocationTargetException e) {
                            throw e.getCause();
                        }
                    }));
        }

        @Override
        public <T> T write(Function<UnitOfWork, T> work) {
            units++;
            return inner.write(unit -> {
                T result = work.apply(counted(unit));
                if (losing > 0) {
                    losing--;
                    throw new ConflictException("lost");
                }
                return result;
            });
        }

        @Override
        public <T> T read(Function<UnitOfWork, T> work) {
            return inner.read(unit -> work.apply(counted(unit)));
        }

        @Override
        public Capabilities capabilities() {
            return inner.capabilities();
        }
    }
}

package dev.rollcall.scim.provisioning.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.rollcall.scim.Rollcall;
import dev.rollcall.scim.provisioning.Background;
import dev.rollcall.scim.provisioning.log.SyncLogEntry;
import dev.rollcall.scim.provisioning.log.SyncLogQuery;
import dev.rollcall.scim.provisioning.store.ProvisioningUnit;
import dev.rollcall.scim.provisioning.store.SyncLogStore;
import dev.rollcall.scim.provisioning.store.TenantStore;
import dev.rollcall.scim.provisioning.tenant.Tenant;
import dev.rollcall.scim.provisioning.tenant.TenantSettings;
import dev.rollcall.scim.store.memory.InMemoryStore;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A log that is made while it is read. */
class LongLogTest {
    private static final int LENGTH = 100_000;

    private final List<Integer> reads = new ArrayList<>();
    private long written;
    private final List<Long> writtenBeforeRead = new ArrayList<>();

    private final SyncLog log = Rollcall.builder()
            .store(InMemoryStore.create())
            .provisioning(unit -> stub(
                    ProvisioningUnit.class,
                    Map.of(
                            "log",
                            arguments -> stub(SyncLogStore.class, Map.of("list", this::list)),
                            "tenants",
                            arguments -> stub(TenantStore.class, Map.of("find", LongLogTest::tenant)))))
            .background(Background.MANUAL)
            .build()
            .syncLog("acme");

    private interface Answer {
        Object to(Object[] arguments);
    }

    private static <T> T stub(Class<T> type, Map<String, Answer> answers) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, arguments) -> answers.get(method.getName()).to(arguments)));
    }

    private static Object tenant(Object[] arguments) {
        return Optional.of(new Tenant("acme", "Acme", TenantSettings.DEFAULT, "o1", Entries.START, 0));
    }

    private List<SyncLogEntry> list(Object[] arguments) {
        int from = arguments[2] == null ? 0 : Integer.parseInt((String) arguments[2]) + 1;
        int limit = (Integer) arguments[3];
        reads.add(limit);
        writtenBeforeRead.add(written);
        return IntStream.range(from, Math.min(LENGTH, from + limit))
                .mapToObj(number -> Entries.entry(number, "a" + number, "user" + number, "Said something"))
                .toList();
    }

    private OutputStream counting(OutputStream inner) {
        return new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                written++;
                inner.write(b);
            }

            @Override
            public void write(byte[] bytes, int offset, int length) throws IOException {
                written += length;
                inner.write(bytes, offset, length);
            }
        };
    }

    /** Each page is written before the one after the next is read, but for what a buffer holds. */
    private void assertPageByPage() {
        assertThat(reads).hasSize(LENGTH / Pages.SIZE + 1).containsOnly(Pages.SIZE);
        for (int page = 2; page < writtenBeforeRead.size(); page++) {
            assertThat(writtenBeforeRead.get(page)).isGreaterThan(writtenBeforeRead.get(page - 1));
        }
    }

    @Test
    void a_log_of_a_hundred_thousand_entries_is_exported_as_csv_page_by_page() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        log.exportCsv(SyncLogQuery.ALL, counting(bytes));

        assertThat(bytes.toString(StandardCharsets.UTF_8).lines()).hasSize(LENGTH + 1);
        assertPageByPage();
    }

    @Test
    void a_log_of_a_hundred_thousand_entries_is_exported_as_json_page_by_page() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        log.exportJson(SyncLogQuery.ALL, counting(bytes));

        JsonNode json = new ObjectMapper().readTree(bytes.toByteArray());
        assertThat(json).hasSize(LENGTH);
        assertThat(json.get(7).path("subjectName").asText()).isEqualTo("user7");
        assertThat(json.get(7).has("explanation")).isFalse();
        assertPageByPage();
    }

    @Test
    void a_stream_reads_nothing_before_it_is_asked_and_no_more_than_that() {
        var stream = log.entries(SyncLogQuery.ALL);
        assertThat(reads).isEmpty();

        assertThat(stream.limit(Pages.SIZE)).hasSize(Pages.SIZE);
        assertThat(reads).hasSize(1);
    }

    @Test
    void pages_follow_each_other_by_cursor() {
        SyncLogPage first = log.page(SyncLogQuery.ALL, null, 1_000);
        SyncLogPage second = log.page(SyncLogQuery.ALL, first.next().orElseThrow(), 1_000);
        SyncLogPage last = log.page(SyncLogQuery.ALL, "%08d".formatted(LENGTH - 11), 10);

        assertThat(first.entries()).hasSize(1_000);
        assertThat(second.entries().get(0).id()).isEqualTo("00001000");
        assertThat(last.entries()).hasSize(10);
        assertThat(last.next()).isEmpty();
    }

    @Test
    void a_page_of_another_size_is_refused() {
        assertThatThrownBy(() -> log.page(SyncLogQuery.ALL, null, 0))
                .isInstanceOf(AdministrationException.class)
                .hasMessage("A page has 1 to 1000 entries, not 0");
        assertThatThrownBy(() -> log.page(SyncLogQuery.ALL, null, 1_001)).isInstanceOf(AdministrationException.class);
    }

    @Test
    void a_stream_that_breaks_off_is_told_to_whoever_exports() {
        OutputStream broken = new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException("gone");
            }
        };

        assertThatThrownBy(() -> log.exportJson(SyncLogQuery.ALL, broken)).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> log.exportCsv(SyncLogQuery.ALL, broken)).isInstanceOf(IOException.class);
    }
}

package dev.rollcall.scim.jdbi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rollcall.scim.resource.Resource;
import dev.rollcall.scim.store.StoreQuery;
import java.util.Iterator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class StreamTest extends JdbiTest {
    private static final int USERS = 5000;

    @BeforeEach
    void insertUsers() {
        insertUsers(
                owner("okta"),
                IntStream.range(0, USERS).mapToObj("u%05d"::formatted).toArray(String[]::new));
    }

    @Test
    void a_table_of_5000_users_streams_whole_and_in_order() {
        assertThat(ids(host(), StoreQuery.all(users())))
                .hasSize(USERS)
                .isSorted()
                .doesNotHaveDuplicates();
        assertThat(ids(owner("okta"), StoreQuery.all(users()))).hasSize(USERS).isSorted();
        assertThat(ids(owner("entra"), StoreQuery.all(users()))).isEmpty();
    }

    @Test
    void no_more_than_a_page_is_read_ahead() {
        long seen = read(unit -> {
            try (Stream<Resource> found = unit.resources().query(host(), StoreQuery.all(users()))) {
                Iterator<Resource> users = found.iterator();
                users.next();
                // Whatever still comes after this had been read before it was asked for.
                database().execute("delete from scim_resource");
                long left = 1;
                for (; users.hasNext(); users.next()) {
                    left++;
                }
                return left;
            }
        });

        assertThat(seen).isEqualTo(200);
    }

    @Test
    void nothing_is_read_before_the_stream_is_asked_or_after_it_was_closed() {
        long queries = read(unit -> {
            database().statements().take();
            unit.resources().query(host(), StoreQuery.all(users())).close();
            unit.resources().query(host(), StoreQuery.all(users()));
            return database().statements().take().stream()
                    .filter(sql -> sql.contains("r.document"))
                    .count();
        });

        assertThat(queries).isZero();
    }

    @Test
    void a_stream_that_outlives_its_unit_of_work_fails_at_the_next_page() {
        Iterator<Resource> left = read(
                unit -> unit.resources().query(host(), StoreQuery.all(users())).iterator());

        assertThatThrownBy(() -> left.forEachRemaining(user -> {})).isInstanceOf(IllegalStateException.class);
    }
}

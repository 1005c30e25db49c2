package dev.rollcall.scim.jdbi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.scim.resource.Resource;
import dev.rollcall.scim.store.Key;
import dev.rollcall.scim.store.StoreQuery;
import dev.rollcall.scim.store.StoredResource;
import java.util.List;
import org.junit.jupiter.api.Test;

class LookUpTest extends JdbiTest {
    private final Key serial = new Key("serialNumber", "s-1", true);
    private final Key badge = new Key("badge", "blue", false);
    private final Key name = new Key("displayName", "anna", true);
    private final Key sharedUserName = new Key("userName", "shared", false);

    @Test
    void each_key_narrows_a_query_wherever_it_is_kept() {
        given("u1", serial, badge);
        given("u2", badge, name);
        given("u3", sharedUserName);
        given("u4", sharedUserName, badge);

        assertThat(having(serial)).containsExactly("u1");
        assertThat(having(badge)).containsExactly("u1", "u2", "u4");
        assertThat(having(name)).containsExactly("u2");
        assertThat(having(sharedUserName)).containsExactly("u3", "u4");
        assertThat(having(badge, sharedUserName)).containsExactly("u4");
        assertThat(having(badge, serial)).containsExactly("u1");
        assertThat(having(serial, name)).isEmpty();
        long counted = read(unit -> unit.resources().count(host(), query(badge)));
        assertThat(counted).isEqualTo(3);
    }

    @Test
    void pages_and_owners_go_with_keys() {
        given("u1", badge);
        given("u2", badge);
        given("u3", badge);

        assertThat(ids(host(), query(badge).page(1, 1))).containsExactly("u2");
        assertThat(ids(host(), query(badge).page(2, 9))).containsExactly("u3");
        assertThat(ids(owner("okta"), query(badge))).isEmpty();
    }

    @Test
    void keys_follow_a_new_state() {
        given("u1", serial, name);
        Key other = new Key("serialNumber", "s-2", true);
        Resource next = changed(user("u1", "u1"), "title", "Boss");
        boolean written = write(unit -> unit.resources().replace(host(), new StoredResource(next, List.of(other)), 1));

        assertThat(written).isTrue();
        assertThat(having(serial)).isEmpty();
        assertThat(having(name)).isEmpty();
        assertThat(having(other)).containsExactly("u1");
    }

    private void given(String id, Key... keys) {
        change(store -> store.insert(host(), new StoredResource(user(id, id), List.of(keys))));
    }

    private List<String> having(Key... keys) {
        return ids(host(), query(keys));
    }

    private StoreQuery query(Key... keys) {
        return StoreQuery.all(users()).narrowedBy(List.of(keys));
    }
}

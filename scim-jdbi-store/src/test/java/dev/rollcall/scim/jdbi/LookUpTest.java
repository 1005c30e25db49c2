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

    @Test
    void each_of_several_values_of_an_attribute_is_a_key() {
        Key work = new Key("emails.value", "a@work", false);
        Key home = new Key("emails.value", "a@home", false);
        Key moved = new Key("emails.value", "b@home", false);
        given("u1", work, home);
        given("u2", work);

        assertThat(having(work)).containsExactly("u1", "u2");
        assertThat(having(home)).containsExactly("u1");
        assertThat(having(work, home)).containsExactly("u1");

        put("u1", 1, moved, work);
        assertThat(having(home)).isEmpty();
        assertThat(having(moved, work)).containsExactly("u1");
    }

    @Test
    void keys_that_differ_behind_their_first_500_characters_are_different() {
        Key one = new Key("badge", "x".repeat(600) + "1", false);
        Key other = new Key("badge", "x".repeat(600) + "2", false);
        given("u1", one);
        given("u2", other, new Key("displayName", "y".repeat(600), false));

        assertThat(having(one)).containsExactly("u1");
        assertThat(having(other)).containsExactly("u2");
        put("u2", 1, one);
        assertThat(having(one)).containsExactly("u1", "u2");
        assertThat(having(other)).isEmpty();
        assertThat(database().column("select key_value from scim_key where path = 'long displayName'"))
                .isEmpty();
    }

    private void put(String id, long version, Key... keys) {
        Resource next = changed(get(host(), users(), id), "title", "Boss");
        boolean written =
                write(unit -> unit.resources().replace(host(), new StoredResource(next, List.of(keys)), version));
        assertThat(written).isTrue();
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

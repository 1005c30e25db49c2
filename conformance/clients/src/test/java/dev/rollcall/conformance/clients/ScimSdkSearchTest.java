package dev.rollcall.conformance.clients;

import static org.assertj.core.api.Assertions.assertThat;

import de.captaingoldfish.scim.sdk.client.ScimRequestBuilder;
import de.captaingoldfish.scim.sdk.client.builder.ListBuilder;
import de.captaingoldfish.scim.sdk.common.constants.EndpointPaths;
import de.captaingoldfish.scim.sdk.common.constants.enums.Comparator;
import de.captaingoldfish.scim.sdk.common.constants.enums.SortOrder;
import de.captaingoldfish.scim.sdk.common.resources.User;
import de.captaingoldfish.scim.sdk.common.resources.complex.Name;
import de.captaingoldfish.scim.sdk.common.resources.multicomplex.Email;
import de.captaingoldfish.scim.sdk.common.response.ListResponse;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ScimSdkSearchTest {
    private final ScimRequestBuilder client = ScimSdk.of(Scim.newTenantOfScimSdk());

    @BeforeEach
    void create() {
        for (String name : List.of("carl", "ada", "eve", "bob", "dora")) {
            User user = User.builder()
                    .userName(name)
                    .active(!name.equals("eve"))
                    .name(Name.builder().familyName("Family of " + name).build())
                    .emails(List.of(Email.builder()
                            .value(name + "@example.com")
                            .type("work")
                            .build()))
                    .build();
            ScimSdk.ok(client.create(User.class, EndpointPaths.USERS)
                    .setResource(user)
                    .sendRequest());
        }
    }

    @AfterEach
    void close() {
        client.close();
    }

    private ListBuilder<User> users() {
        return client.list(User.class, EndpointPaths.USERS);
    }

    private static List<String> names(ListResponse<User> list) {
        return list.getListedResources().stream()
                .map(user -> user.getUserName().orElseThrow())
                .toList();
    }

    @Test
    void a_filter_that_the_client_built_finds() {
        ListBuilder<User> search = users().filter(true, "userName", Comparator.SW, "c")
                .or("name.familyName", Comparator.CO, "dora", true)
                .and("active", Comparator.EQ, true)
                .build();
        assertThat(names(ScimSdk.ok(search.get().sendRequest()))).containsExactlyInAnyOrder("carl", "dora");
    }

    @Test
    void a_filter_of_elements_finds_in_url_and_body() {
        ListBuilder<User> search = users().filter("emails[type eq \"work\" and value sw \"ada\"]");
        assertThat(names(ScimSdk.ok(search.get().sendRequest()))).containsExactly("ada");
        assertThat(names(ScimSdk.ok(search.post().sendRequest()))).containsExactly("ada");
    }

    @Test
    void results_are_sorted_and_paged() {
        ListResponse<User> page = ScimSdk.ok(users().sortBy("userName")
                .sortOrder(SortOrder.ASCENDING)
                .startIndex(2)
                .count(2)
                .get()
                .sendRequest());
        assertThat(names(page)).containsExactly("bob", "carl");
        assertThat(page.getTotalResults()).isEqualTo(5);
        assertThat(page.getStartIndex()).isEqualTo(2);
        assertThat(page.getItemsPerPage()).isEqualTo(2);
    }

    @Test
    void a_search_by_post_is_the_same_search() {
        ListResponse<User> page = ScimSdk.ok(users().sortBy("userName")
                .sortOrder(SortOrder.DESCENDING)
                .count(3)
                .attributes("userName")
                .filter("active eq true")
                .post()
                .sendRequest());
        assertThat(names(page)).containsExactly("dora", "carl", "bob");
        assertThat(page.getTotalResults()).isEqualTo(4);
        assertThat(page.getListedResources().get(0).getEmails()).isEmpty();
    }

    /** The client asks for page after page of the size that the server chose. */
    @Test
    void all_pages_together_are_everybody() {
        assertThat(ScimSdk.ok(users().get().sendRequest()).getListedResources()).hasSize(3);
        ListResponse<User> all = ScimSdk.ok(users().sortBy("userName").get().getAll());
        assertThat(names(all)).containsExactly("ada", "bob", "carl", "dora", "eve");
    }

    @Test
    void nothing_found_is_an_empty_list() {
        ListResponse<User> nobody =
                ScimSdk.ok(users().filter("userName eq \"nobody\"").get().sendRequest());
        assertThat(nobody.getTotalResults()).isZero();
        assertThat(nobody.getListedResources()).isEmpty();
    }

    @Test
    void count_0_counts() {
        ListResponse<User> counted = ScimSdk.ok(users().count(0).get().sendRequest());
        assertThat(counted.getTotalResults()).isEqualTo(5);
        assertThat(counted.getListedResources()).isEmpty();
    }
}

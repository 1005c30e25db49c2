package dev.rollcall.conformance.clients;

import static org.assertj.core.api.Assertions.assertThat;

import com.unboundid.scim2.client.ScimService;
import com.unboundid.scim2.common.exceptions.ScimException;
import com.unboundid.scim2.common.filters.Filter;
import com.unboundid.scim2.common.messages.ListResponse;
import com.unboundid.scim2.common.messages.SortOrder;
import com.unboundid.scim2.common.types.Email;
import com.unboundid.scim2.common.types.Name;
import com.unboundid.scim2.common.types.UserResource;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class UnboundIdSearchTest {
    private final ScimService client = UnboundId.of(Scim.newTenant());

    @BeforeEach
    void create() throws ScimException {
        for (String name : List.of("carl", "ada", "eve", "bob", "dora")) {
            client.create(
                    "Users",
                    new UserResource()
                            .setUserName(name)
                            .setActive(!name.equals("eve"))
                            .setName(new Name().setFamilyName("Family of " + name))
                            .setEmails(
                                    new Email().setValue(name + "@example.com").setType("work")));
        }
    }

    private static List<String> names(ListResponse<UserResource> list) {
        return list.getResources().stream().map(UserResource::getUserName).toList();
    }

    @Test
    void a_filter_in_the_url_finds() throws ScimException {
        assertThat(names(client.search("Users", "userName eq \"bob\"", UserResource.class)))
                .containsExactly("bob");
        assertThat(names(client.search("Users", "emails[type eq \"work\" and value sw \"ada\"]", UserResource.class)))
                .containsExactly("ada");
    }

    @Test
    void a_filter_that_the_client_built_finds() throws ScimException {
        Filter filter = Filter.and(
                Filter.eq("active", true), Filter.or(Filter.sw("userName", "c"), Filter.co("name.familyName", "dora")));
        assertThat(names(client.searchRequest("Users").filter(filter).invoke(UserResource.class)))
                .containsExactlyInAnyOrder("carl", "dora");
    }

    @Test
    void results_are_sorted_both_ways_and_paged() throws ScimException {
        ListResponse<UserResource> page = client.searchRequest("Users")
                .sort("userName", SortOrder.ASCENDING)
                .page(2, 2)
                .invoke(UserResource.class);
        assertThat(names(page)).containsExactly("bob", "carl");
        assertThat(page.getTotalResults()).isEqualTo(5);
        assertThat(page.getStartIndex()).isEqualTo(2);
        assertThat(page.getItemsPerPage()).isEqualTo(2);
        assertThat(names(client.searchRequest("Users")
                        .sort("name.familyName", SortOrder.DESCENDING)
                        .page(1, 2)
                        .invoke(UserResource.class)))
                .containsExactly("eve", "dora");
    }

    @Test
    void a_search_by_post_is_the_same_search() throws ScimException {
        ListResponse<UserResource> page = client.searchRequest("Users")
                .filter("active eq true")
                .sort("userName", SortOrder.DESCENDING)
                .page(1, 3)
                .attributes("userName")
                .invokePost(UserResource.class);
        assertThat(names(page)).containsExactly("dora", "carl", "bob");
        assertThat(page.getTotalResults()).isEqualTo(4);
        assertThat(page.getResources().get(0).getEmails()).isNull();
    }

    /** RFC 9865. */
    @Test
    void a_walk_by_cursor_meets_everybody_once_and_goes_back() throws ScimException {
        ListResponse<UserResource> first = client.searchRequest("Users")
                .sort("userName", SortOrder.ASCENDING)
                .firstPageCursorWithCount(2)
                .invoke(UserResource.class);
        assertThat(names(first)).containsExactly("ada", "bob");
        assertThat(first.getPreviousCursor()).isNull();
        ListResponse<UserResource> second = page(first.getNextCursor());
        assertThat(names(second)).containsExactly("carl", "dora");
        ListResponse<UserResource> third = page(second.getNextCursor());
        assertThat(names(third)).containsExactly("eve");
        assertThat(third.getNextCursor()).isNull();
        assertThat(names(page(third.getPreviousCursor()))).containsExactly("carl", "dora");
    }

    private ListResponse<UserResource> page(String cursor) throws ScimException {
        return client.searchRequest("Users")
                .sort("userName", SortOrder.ASCENDING)
                .pageWithCursor(cursor, 2)
                .invoke(UserResource.class);
    }

    @Test
    void nothing_found_is_an_empty_list() throws ScimException {
        ListResponse<UserResource> nobody = client.search("Users", "userName eq \"nobody\"", UserResource.class);
        assertThat(nobody.getTotalResults()).isZero();
        assertThat(nobody.getResources()).isEmpty();
    }

    @Test
    void count_0_counts() throws ScimException {
        ListResponse<UserResource> counted =
                client.searchRequest("Users").page(1, 0).invoke(UserResource.class);
        assertThat(counted.getTotalResults()).isEqualTo(5);
        assertThat(counted.getResources()).isEmpty();
    }
}

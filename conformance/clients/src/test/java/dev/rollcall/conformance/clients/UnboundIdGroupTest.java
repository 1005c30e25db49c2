package dev.rollcall.conformance.clients;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.unboundid.scim2.client.ScimService;
import com.unboundid.scim2.common.exceptions.ScimException;
import com.unboundid.scim2.common.types.GroupResource;
import com.unboundid.scim2.common.types.Member;
import com.unboundid.scim2.common.types.UserResource;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class UnboundIdGroupTest {
    private final String token = Scim.newTenant();
    private final ScimService client = UnboundId.of(token);
    private UserResource ada = new UserResource();
    private UserResource bob = new UserResource();
    private GroupResource group = new GroupResource();

    @BeforeEach
    void create() throws ScimException {
        ada = client.create("Users", new UserResource().setUserName("ada"));
        bob = client.create("Users", new UserResource().setUserName("bob"));
        group = client.create(
                "Groups", new GroupResource().setDisplayName("Engines").setMembers(new Member().setValue(ada.getId())));
    }

    private List<String> members() {
        return Scim.stored(token, "/Groups/" + group.getId()).path("members").findValuesAsText("value");
    }

    @Test
    void a_group_is_created_with_a_member_that_the_server_describes() throws ScimException {
        Member member = client.retrieve("Groups", group.getId(), GroupResource.class)
                .getMembers()
                .get(0);
        assertThat(member.getValue()).isEqualTo(ada.getId());
        assertThat(member.getType()).isEqualTo("User");
        assertThat(member.getRef()).isEqualTo(ada.getMeta().getLocation());
        assertThat(members()).containsExactly(ada.getId());
    }

    @Test
    void a_member_knows_its_groups() throws ScimException {
        UserResource read = client.retrieve(ada);
        assertThat(read.getGroups()).hasSize(1);
        assertThat(read.getGroups().get(0).getValue()).isEqualTo(group.getId());
        assertThat(read.getGroups().get(0).getDisplay()).isEqualTo("Engines");
        assertThat(read.getGroups().get(0).getRef()).isEqualTo(group.getMeta().getLocation());
    }

    @Test
    void members_are_added_and_removed_by_patch() throws ScimException {
        client.modifyRequest(group)
                .addValues("members", new Member().setValue(bob.getId()))
                .invoke();
        assertThat(members()).containsExactlyInAnyOrder(ada.getId(), bob.getId());
        client.modifyRequest(group)
                .removeValues("members[value eq \"" + ada.getId() + "\"]")
                .invoke();
        assertThat(members()).containsExactly(bob.getId());
    }

    @Test
    void members_are_replaced_by_put_of_what_was_read() throws ScimException {
        GroupResource read = client.retrieve(group);
        read.setDisplayName("Difference engines").setMembers(new Member().setValue(bob.getId()));
        assertThat(client.replace(read).getMembers())
                .extracting(Member::getValue)
                .containsExactly(bob.getId());
        assertThat(members()).containsExactly(bob.getId());
        JsonNode stored = Scim.stored(token, "/Groups/" + group.getId());
        assertThat(stored.path("displayName").textValue()).isEqualTo("Difference engines");
    }

    @Test
    void a_deleted_group_leaves_its_members() throws ScimException {
        client.delete(group);
        assertThat(Scim.exists(token, "/Groups/" + group.getId())).isFalse();
        assertThat(Scim.stored(token, "/Users/" + ada.getId()).has("groups")).isFalse();
    }
}

package dev.rollcall.conformance.clients;

import static org.assertj.core.api.Assertions.assertThat;

import de.captaingoldfish.scim.sdk.client.ScimRequestBuilder;
import de.captaingoldfish.scim.sdk.common.constants.EndpointPaths;
import de.captaingoldfish.scim.sdk.common.constants.enums.PatchOp;
import de.captaingoldfish.scim.sdk.common.resources.Group;
import de.captaingoldfish.scim.sdk.common.resources.User;
import de.captaingoldfish.scim.sdk.common.resources.multicomplex.Member;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ScimSdkGroupTest {
    private final String token = Scim.newTenantOfScimSdk();
    private final ScimRequestBuilder client = ScimSdk.of(token);
    private String ada = "";
    private String bob = "";
    private String group = "";

    @BeforeEach
    void create() {
        ada = create("ada");
        bob = create("bob");
        Group engines = Group.builder()
                .displayName("Engines")
                .members(List.of(member(ada)))
                .build();
        group = ScimSdk.ok(client.create(Group.class, EndpointPaths.GROUPS)
                        .setResource(engines)
                        .sendRequest())
                .getId()
                .orElseThrow();
    }

    @AfterEach
    void close() {
        client.close();
    }

    private String create(String userName) {
        return ScimSdk.ok(client.create(User.class, EndpointPaths.USERS)
                        .setResource(User.builder().userName(userName).build())
                        .sendRequest())
                .getId()
                .orElseThrow();
    }

    private static Member member(String id) {
        return Member.builder().value(id).type("User").build();
    }

    private Group read() {
        return ScimSdk.ok(client.get(Group.class, EndpointPaths.GROUPS, group).sendRequest());
    }

    private List<String> members() {
        return Scim.stored(token, "/Groups/" + group).path("members").findValuesAsText("value");
    }

    @Test
    void a_group_is_created_with_a_member_that_the_server_describes() {
        Member member = read().getMembers().get(0);
        assertThat(member.getValue()).contains(ada);
        assertThat(member.getType()).contains("User");
        assertThat(member.getRef()).contains(Scim.BASE_URL + "/Users/" + ada);
        assertThat(members()).containsExactly(ada);
    }

    @Test
    void a_member_knows_its_groups() {
        User user = ScimSdk.ok(client.get(User.class, EndpointPaths.USERS, ada).sendRequest());
        assertThat(user.getGroups()).hasSize(1);
        assertThat(user.getGroups().get(0).getValue()).contains(group);
        assertThat(user.getGroups().get(0).getDisplay()).contains("Engines");
        assertThat(user.getGroups().get(0).getType()).contains("direct");
    }

    @Test
    void members_are_added_and_removed_by_patch() {
        ScimSdk.ok(client.patch(Group.class, EndpointPaths.GROUPS, group)
                .addOperation()
                .op(PatchOp.ADD)
                .path("members")
                .valueNode(member(bob))
                .build()
                .sendRequest());
        assertThat(members()).containsExactlyInAnyOrder(ada, bob);
        ScimSdk.ok(client.patch(Group.class, EndpointPaths.GROUPS, group)
                .addOperation()
                .op(PatchOp.REMOVE)
                .path("members[value eq \"" + ada + "\"]")
                .build()
                .sendRequest());
        assertThat(members()).containsExactly(bob);
    }

    @Test
    void members_are_replaced_by_put_of_what_was_read() {
        Group engines = read();
        engines.setDisplayName("Difference engines");
        engines.setMembers(List.of(member(bob)));
        ScimSdk.ok(client.update(Group.class, EndpointPaths.GROUPS, group)
                .setResource(engines)
                .sendRequest());
        assertThat(members()).containsExactly(bob);
        assertThat(Scim.stored(token, "/Groups/" + group).path("displayName").textValue())
                .isEqualTo("Difference engines");
    }

    @Test
    void a_deleted_group_leaves_its_members() {
        assertThat(client.delete(Group.class, EndpointPaths.GROUPS, group)
                        .sendRequest()
                        .isSuccess())
                .isTrue();
        assertThat(Scim.exists(token, "/Groups/" + group)).isFalse();
        assertThat(Scim.stored(token, "/Users/" + ada).has("groups")).isFalse();
    }
}

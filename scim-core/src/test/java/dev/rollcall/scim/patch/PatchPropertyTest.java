package dev.rollcall.scim.patch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.scim.codec.Limits;
import dev.rollcall.scim.codec.Projection;
import dev.rollcall.scim.codec.ResourceCodec;
import dev.rollcall.scim.codec.Tolerance;
import dev.rollcall.scim.error.ScimException;
import dev.rollcall.scim.resource.Resource;
import dev.rollcall.scim.testing.Generator;
import dev.rollcall.scim.testing.Property;
import dev.rollcall.scim.testing.RandomResources;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What holds of every patch. */
class PatchPropertyTest {
    private static final ResourceCodec CODEC = new ResourceCodec(PatchCase.REGISTRY, Tolerance.STRICT, Limits.DEFAULT);

    private static Resource user(Generator g) {
        Resource any = new RandomResources(g, PatchCase.USER).unsaved();
        // A random text can be all blanks, which is no user name.
        return ResourceRules.checked(
                any.toBuilder().set("userName", "u" + g.text()).build(), Limits.DEFAULT);
    }

    private static String json(Resource resource) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        CODEC.encode(resource, Projection.EVERYTHING, out);
        return out.toString(StandardCharsets.UTF_8);
    }

    private static Resource apply(Resource before, String operations) {
        String body =
                "{\"schemas\":[\"urn:ietf:params:scim:api:messages:2.0:PatchOp\"],\"Operations\":[" + operations + "]}";
        return Patch.parse(
                        new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8)),
                        PatchCase.USER,
                        Tolerance.DEFAULT,
                        Limits.DEFAULT)
                .apply(before, MemberSource.NONE)
                .resource();
    }

    @Test
    void a_patch_with_what_is_there_already_changes_nothing() {
        Property.check("add or replace of the present state changes nothing", g -> {
            Resource user = g.show("user", user(g));
            String op = g.show("op", g.pick("add", "replace"));
            Resource patched = apply(user, "{\"op\":\"" + op + "\",\"value\":" + json(user) + "}");
            assertThat(ChangeSet.between(user, ResourceRules.checked(patched, Limits.DEFAULT))
                            .isEmpty())
                    .as("patched: %s", patched)
                    .isTrue();
        });
    }

    @Test
    void an_add_that_was_done_once_changes_nothing_when_done_again() {
        Property.check("add is idempotent", g -> {
            Resource user = g.show("user", user(g));
            String add = "{\"op\":\"add\",\"value\":" + g.show("added", json(user(g))) + "}";
            Resource once = ResourceRules.checked(apply(user, add), Limits.DEFAULT);
            assertThat(ResourceRules.checked(apply(once, add), Limits.DEFAULT)).isEqualTo(once);
        });
    }

    @Test
    void what_was_replaced_and_replaced_back_is_as_it_was() {
        Property.check("replace of lists and removal undo each other", g -> {
            Resource user = g.show("user", user(g));
            String name = g.show("name", g.pick("emails", "roles", "addresses", "nickName", "title", "photos"));
            Resource removed = apply(user, "{\"op\":\"remove\",\"path\":\"" + name + "\"}");
            assertThat(removed.get(name)).isNull();
            if (user.get(name) != null) {
                Resource only = Resource.builder(PatchCase.USER)
                        .set("userName", "x")
                        .set(name, user.get(name))
                        .build();
                String value = json(only).replaceFirst("(?s).*?\"" + name + "\":", "");
                Resource back = apply(
                        removed,
                        "{\"op\":\"replace\",\"path\":\"" + name + "\",\"value\":"
                                + value.substring(0, value.length() - 1) + "}");
                assertThat(back).isEqualTo(user);
            }
        });
    }

    @Test
    void a_patch_of_which_one_operation_fails_changes_nothing() {
        Property.check("all operations or none", g -> {
            Resource user = g.show("user", user(g));
            String before = json(user);
            List<String> operations =
                    new ArrayList<>(g.list(0, 3, () -> "{\"op\":\"add\",\"value\":" + json(user(g)) + "}"));
            operations.add(g.below(operations.size() + 1), "{\"op\":\"remove\",\"path\":\"userName\"}");
            try {
                apply(user, String.join(",", operations));
                throw new AssertionError("The patch should have failed");
            } catch (ScimException expected) {
                assertThat(expected.status()).isEqualTo(400);
            }
            assertThat(json(user)).isEqualTo(before);
        });
    }
}

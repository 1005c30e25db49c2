package dev.rollcall.scim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.rollcall.scim.codec.Limits;
import dev.rollcall.scim.codec.Projection;
import dev.rollcall.scim.codec.Quirk;
import dev.rollcall.scim.codec.ResourceCodec;
import dev.rollcall.scim.codec.Tolerance;
import dev.rollcall.scim.error.ScimException;
import dev.rollcall.scim.error.ScimType;
import dev.rollcall.scim.patch.MemberSource;
import dev.rollcall.scim.patch.Patch;
import dev.rollcall.scim.patch.PatchResult;
import dev.rollcall.scim.resource.Resource;
import dev.rollcall.scim.schema.ResourceType;
import dev.rollcall.scim.schema.SchemaRegistry;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The examples printed in RFC 7643 and RFC 7644, errata applied; the index says what each is. */
class RfcExamplesTest {
    private static final SchemaRegistry REGISTRY = SchemaRegistry.standard();
    private static final Set<String> USERS = Set.of("user", "enterprise-user", "post-user-request", "put-user-request");

    private record Example(String file, String kind) {
        byte[] bytes() {
            try (InputStream in = RfcExamplesTest.class.getResourceAsStream("/examples/" + file)) {
                return Objects.requireNonNull(in, file).readAllBytes();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static List<Example> examples() {
        String index = new String(new Example("INDEX.tsv", "").bytes(), StandardCharsets.UTF_8);
        return index.lines()
                .skip(1)
                .map(line -> line.split("\t"))
                .map(columns -> new Example(columns[0], columns[1]))
                .toList();
    }

    private static Stream<DynamicTest> each(Set<String> kinds, Consumer<Example> test) {
        List<Example> chosen =
                examples().stream().filter(e -> kinds.contains(e.kind())).toList();
        assertThat(chosen).isNotEmpty();
        return chosen.stream().map(e -> DynamicTest.dynamicTest(e.file(), () -> test.accept(e)));
    }

    private static Resource decode(byte[] json, ResourceType type) {
        return new ResourceCodec(REGISTRY, Tolerance.STRICT.with(Quirk.LOOSE_FORMATS), Limits.DEFAULT)
                .decode(new ByteArrayInputStream(json), type);
    }

    private static void roundTrip(Example example, ResourceType type) {
        Resource read = decode(example.bytes(), type);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new ResourceCodec(REGISTRY, Tolerance.STRICT.with(Quirk.LOOSE_FORMATS), Limits.DEFAULT)
                .encode(read, Projection.EVERYTHING, out);
        assertThat(read.attributes().isEmpty()).isFalse();
        assertThat(decode(out.toByteArray(), type)).isEqualTo(read);
    }

    @TestFactory
    Stream<DynamicTest> users_are_read_and_written_back() {
        return each(USERS, example -> roundTrip(example, REGISTRY.resourceType("User")));
    }

    @TestFactory
    Stream<DynamicTest> groups_are_read_and_written_back() {
        return each(Set.of("group"), example -> roundTrip(example, REGISTRY.resourceType("Group")));
    }

    @TestFactory
    Stream<DynamicTest> patches_are_read_and_do_what_the_rfc_says() {
        Map<String, String> users = Map.of(
                "rfc7644-3.5.2.2-03.json", "emails",
                "rfc7644-3.5.2.3-02.json", "addresses",
                "rfc7644-3.5.2.3-03.json", "addresses",
                "rfc7644-3.5.2.3-04.json", "nickName");
        return each(Set.of("patch-request"), example -> {
            boolean user = users.containsKey(example.file());
            ResourceType type = REGISTRY.resourceType(user ? "User" : "Group");
            Patch patch = Patch.parse(
                    new ByteArrayInputStream(example.bytes()),
                    type,
                    Tolerance.STRICT.with(Quirk.LOOSE_FORMATS),
                    Limits.DEFAULT);
            Resource before = user
                    ? decode(new Example("rfc7643-8.2-01.json", "user").bytes(), type)
                            .with(type.attributes().get("nickName"), null)
                    : Resource.builder(type).set("displayName", "Tour Guides").build();
            PatchResult result = patch.apply(before, MemberSource.NONE);
            if (user) {
                String changed = users.get(example.file());
                assertThat(result.resource().get(changed)).isNotEqualTo(before.get(changed));
            } else {
                assertThat(result.resource()).isEqualTo(before);
                // Each asks for a change of the members; the store says who really was one.
                assertThat(result.members().isEmpty()).isFalse();
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> what_is_whole_but_wrong_or_no_json_at_all_is_invalid_syntax() {
        return each(Set.of("fragment", "not-json"), example -> {
            ResourceType user = REGISTRY.resourceType("User");
            ScimException asPatch = catchThrowableOfType(
                    ScimException.class,
                    () -> Patch.parse(
                            new ByteArrayInputStream(example.bytes()), user, Tolerance.DEFAULT, Limits.DEFAULT));
            ScimException asUser = catchThrowableOfType(ScimException.class, () -> decode(example.bytes(), user));
            assertThat(asPatch.scimType()).contains(ScimType.INVALID_SYNTAX);
            assertThat(asUser.scimType()).contains(ScimType.INVALID_SYNTAX);
        });
    }
}

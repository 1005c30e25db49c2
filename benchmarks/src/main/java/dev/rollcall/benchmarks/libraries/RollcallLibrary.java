package dev.rollcall.benchmarks.libraries;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rollcall.benchmarks.contest.Inputs;
import dev.rollcall.benchmarks.contest.Library;
import dev.rollcall.benchmarks.contest.Operation;
import dev.rollcall.benchmarks.contest.Requests;
import dev.rollcall.benchmarks.contest.Task;
import dev.rollcall.scim.codec.DocumentCodec;
import dev.rollcall.scim.codec.Limits;
import dev.rollcall.scim.codec.Projection;
import dev.rollcall.scim.codec.ResourceCodec;
import dev.rollcall.scim.codec.ResourceWriter;
import dev.rollcall.scim.codec.Tolerance;
import dev.rollcall.scim.filter.Filter;
import dev.rollcall.scim.filter.FilterCompiler;
import dev.rollcall.scim.patch.MemberSource;
import dev.rollcall.scim.patch.PatchReader;
import dev.rollcall.scim.path.PathResolver;
import dev.rollcall.scim.resource.Meta;
import dev.rollcall.scim.resource.Resource;
import dev.rollcall.scim.schema.ResourceType;
import dev.rollcall.scim.schema.SchemaRegistry;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Rollcall: its core's parts, and its service on the store in memory. */
final class RollcallLibrary implements Library {
    private final SchemaRegistry registry = SchemaRegistry.standard();
    private final ResourceType type = registry.resourceType("User");

    @Override
    public String name() {
        return Libraries.ROLLCALL;
    }

    @Override
    public @Nullable Operation open(Task task) throws Exception {
        return switch (task) {
            case PARSE_SIMPLE -> parse(Inputs.SIMPLE_FILTER);
            case PARSE_LONG -> parse(Inputs.LONG_FILTER);
            case EVALUATE_HIT -> evaluate(Inputs.user());
            case EVALUATE_MISS -> evaluate(Inputs.missed());
            case DECODE -> decode();
            case ENCODE -> encode();
            case PATCH_EMAIL -> patch();
            case MEMBER_10, MEMBER_10000, MEMBER_1000000, MEMBER_10_BESIDE -> RollcallMembers.open(task);
            default -> Requests.on(task, RollcallService::empty);
        };
    }

    private Operation parse(String text) {
        return Operation.of(i -> Filter.parse(text), Filter.class, filter -> {
            Predicate<Resource> predicate = compile(filter);
            return Trees.matches(user -> predicate.test(stored(user)));
        });
    }

    private Predicate<Resource> compile(Filter filter) {
        return new FilterCompiler(new PathResolver(type, Tolerance.DEFAULT), Tolerance.DEFAULT).compile(filter);
    }

    private Operation evaluate(byte[] user) {
        Predicate<Resource> predicate = compile(Filter.parse(Inputs.LONG_FILTER));
        Resource resource = stored(user);
        return Operation.of(i -> predicate.test(resource), Boolean.class, Trees::of);
    }

    private Operation decode() {
        ResourceCodec codec = new ResourceCodec(registry, Tolerance.DEFAULT, Limits.DEFAULT);
        byte[] user = Inputs.user();
        List<byte[]> malformed = Inputs.malformed();
        return Operation.of(
                i -> codec.decode(new ByteArrayInputStream(Inputs.toDecode(user, malformed, i)), type),
                Resource.class,
                resource -> Inputs.tree(write(resource)));
    }

    private Operation encode() {
        Resource user = stored(Inputs.user());
        return Operation.of(i -> write(user), byte[].class, Inputs::tree);
    }

    private Operation patch() {
        PatchReader reader = new PatchReader(Limits.DEFAULT);
        List<byte[]> patches = Inputs.emailPatches();
        Resource[] state = {stored(Inputs.user())};
        return Operation.of(
                i -> state[0] = reader.read(new ByteArrayInputStream(patches.get(i & 1)), type, Tolerance.DEFAULT)
                        .apply(state[0], MemberSource.NONE)
                        .resource(),
                Resource.class,
                resource -> Inputs.tree(write(resource)));
    }

    private static byte[] write(Resource resource) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(4096);
        ResourceWriter.write(resource, Projection.EVERYTHING, out);
        return out.toByteArray();
    }

    /** The user as it comes out of a store, with id, meta and groups. */
    private Resource stored(byte[] user) {
        ObjectNode document = Inputs.tree(user);
        String id = document.path("id").asText();
        Instant created = Instant.parse(document.path("meta").path("created").asText());
        Instant modified =
                Instant.parse(document.path("meta").path("lastModified").asText());
        document.remove(List.of("id", "meta", "schemas"));
        return DocumentCodec.decode(
                type, id, new Meta(created, modified, 1), document.toString().getBytes(StandardCharsets.UTF_8));
    }
}

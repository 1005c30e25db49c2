package dev.rollcall.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.rollcall.scim.codec.Limits;
import dev.rollcall.scim.codec.Projection;
import dev.rollcall.scim.codec.Quirk;
import dev.rollcall.scim.codec.ResourceCodec;
import dev.rollcall.scim.codec.Tolerance;
import dev.rollcall.scim.resource.Resource;
import dev.rollcall.scim.schema.ResourceType;
import dev.rollcall.scim.schema.SchemaRegistry;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;

class JsonFuzzTest {
    private static final SchemaRegistry REGISTRY = SchemaRegistry.standard();

    @FuzzTest
    void a_body_is_refused_or_comes_back_as_it_was_understood(byte[] input) {
        for (ResourceType type : REGISTRY.resourceTypes()) {
            Bounded.run(() -> check(input, type, Tolerance.STRICT));
            Bounded.run(() -> check(input, type, Tolerance.DEFAULT.with(Quirk.LENIENT_JSON_STRING_VALUE)));
        }
    }

    private static void check(byte[] input, ResourceType type, Tolerance tolerance) {
        ResourceCodec codec = new ResourceCodec(REGISTRY, tolerance, Limits.DEFAULT);
        Resource resource = codec.decode(new ByteArrayInputStream(input), type);
        Resource again =
                codec.withTolerance(tolerance).decode(new ByteArrayInputStream(encoded(codec, resource)), type);
        if (!again.attributes().equals(resource.attributes())) {
            throw new AssertionError(resource.attributes() + " came back as " + again.attributes());
        }
    }

    private static byte[] encoded(ResourceCodec codec, Resource resource) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        codec.encode(resource, Projection.EVERYTHING, out);
        return out.toByteArray();
    }
}

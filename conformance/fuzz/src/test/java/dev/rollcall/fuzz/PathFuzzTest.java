package dev.rollcall.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.rollcall.scim.codec.Tolerance;
import dev.rollcall.scim.filter.ValuePath;
import dev.rollcall.scim.path.AttributePath;
import dev.rollcall.scim.path.PathResolver;
import dev.rollcall.scim.schema.SchemaRegistry;
import java.nio.charset.StandardCharsets;

class PathFuzzTest {
    private static final PathResolver RESOLVER =
            new PathResolver(SchemaRegistry.standard().resourceType("User"), Tolerance.DEFAULT);

    @FuzzTest
    void a_path_is_refused_or_means_the_same_when_printed(byte[] input) {
        String text = new String(input, StandardCharsets.UTF_8);
        Bounded.run(() -> {
            AttributePath path = AttributePath.parse(text);
            if (!AttributePath.parse(path.toString()).equals(path)) {
                throw new AssertionError("Printed as " + path + ", which is another path");
            }
            if (RESOLVER.resolve(path).isEmpty()) {
                RESOLVER.explainUnknown(path);
            }
        });
        Bounded.run(() -> {
            ValuePath path = ValuePath.parse(text, Tolerance.DEFAULT);
            if (!ValuePath.parse(path.toString(), Tolerance.DEFAULT).equals(path)) {
                throw new AssertionError("Printed as " + path + ", which is another value path");
            }
        });
    }
}

package dev.rollcall.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.rollcall.scim.codec.Tolerance;
import dev.rollcall.scim.filter.Filter;
import dev.rollcall.scim.filter.FilterCompiler;
import dev.rollcall.scim.path.PathResolver;
import dev.rollcall.scim.resource.Resource;
import dev.rollcall.scim.schema.ResourceType;
import dev.rollcall.scim.schema.SchemaRegistry;
import java.nio.charset.StandardCharsets;
import java.util.function.Predicate;

class FilterFuzzTest {
    private static final ResourceType USER = SchemaRegistry.standard().resourceType("User");
    private static final Resource EMPTY = Resource.builder(USER).build();

    @FuzzTest
    void a_filter_is_refused_or_means_the_same_when_printed(byte[] input) {
        String text = new String(input, StandardCharsets.UTF_8);
        for (Tolerance tolerance : new Tolerance[] {Tolerance.STRICT, Tolerance.DEFAULT}) {
            Bounded.run(() -> check(text, tolerance));
        }
    }

    private static void check(String text, Tolerance tolerance) {
        Filter filter = Filter.parse(text, tolerance);
        if (!Filter.parse(filter.toString(), Tolerance.STRICT).equals(filter)) {
            throw new AssertionError("Printed as " + filter + ", which is another filter");
        }
        Predicate<Resource> predicate =
                new FilterCompiler(new PathResolver(USER, tolerance), tolerance).compile(filter);
        predicate.test(EMPTY);
    }
}

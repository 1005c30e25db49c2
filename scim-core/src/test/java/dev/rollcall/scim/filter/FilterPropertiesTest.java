package dev.rollcall.scim.filter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.scim.codec.Tolerance;
import dev.rollcall.scim.error.ScimException;
import dev.rollcall.scim.path.AttributePath;
import dev.rollcall.scim.resource.Resource;
import dev.rollcall.scim.testing.Generator;
import dev.rollcall.scim.testing.Property;
import dev.rollcall.scim.testing.RandomFilters;
import dev.rollcall.scim.testing.RandomResources;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

class FilterPropertiesTest {
    private static Resource resource(Generator g) {
        return g.show("resource", new RandomResources(g, Things.anyType(g)).stored());
    }

    private static Filter filter(Generator g, Resource resource) {
        return g.show("filter", new RandomFilters(g, resource).filter());
    }

    private static boolean holds(Filter filter, Resource resource) {
        return Things.compiler(resource.type(), Tolerance.STRICT)
                .compile(filter)
                .test(resource);
    }

    @Test
    void a_filter_is_read_back_as_it_was_printed() {
        Property.check("parse(print(filter)) is filter", g -> {
            Filter filter = filter(g, resource(g));
            assertThat(Filter.parse(filter.toString(), Tolerance.STRICT)).isEqualTo(filter);
            assertThat(Filter.parse(filter.toString())).isEqualTo(filter);
        });
    }

    @Test
    void a_path_is_read_back_as_it_was_printed() {
        Property.check("parse(print(path)) is path", g -> {
            Filter inner = new RandomFilters(g, resource(g)).filter();
            ValuePath path = new ValuePath(
                    AttributePath.parse(g.pick("emails", "x.y", Things.ENTERPRISE + ":manager", Things.ENTERPRISE)),
                    hasElement(inner) ? null : inner,
                    hasElement(inner) || g.bool() ? null : g.pick("value", "$ref"));
            g.show("path", path);
            assertThat(ValuePath.parse(path.toString(), Tolerance.STRICT)).isEqualTo(path);
        });
    }

    private static boolean hasElement(Filter filter) {
        try {
            FilterChecks.noElement(filter);
            return false;
        } catch (IllegalArgumentException e) {
            return true;
        }
    }

    @Test
    void printing_is_stable_however_the_filter_was_written() {
        Property.check("print(parse(text)) prints itself", g -> {
            String text = g.show("text", respaced(g, filter(g, resource(g)).toString()));
            String printed = Filter.parse(text).toString();
            assertThat(Filter.parse(printed, Tolerance.STRICT)).hasToString(printed);
        });
    }

    /** More spaces and parentheses, outside of strings. */
    private static String respaced(Generator g, String text) {
        StringBuilder other = new StringBuilder();
        boolean inString = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' && text.charAt(i - 1) != '\\') {
                inString = !inString;
            }
            boolean widens = !inString && (c == ' ' || c == '(' || c == ')') && g.bool();
            other.append(c).append(widens && c != ')' ? " " : "");
        }
        return g.bool() ? "(" + other + ")" : " " + other + " ";
    }

    @Test
    void any_text_is_either_a_filter_or_refused() {
        Property.check("garbage is refused", g -> {
            String text = g.show(
                    "text",
                    g.bool() ? garbage(g) : mutated(g, filter(g, resource(g)).toString()));
            Tolerance tolerance = g.pick(Tolerance.STRICT, Tolerance.DEFAULT);
            Filter filter;
            try {
                filter = Filter.parse(text, tolerance);
            } catch (ScimException refused) {
                assertThat(refused.status()).isEqualTo(400);
                assertThat(refused.detail()).isNotBlank();
                return;
            }
            assertThat(Filter.parse(filter.toString(), Tolerance.STRICT)).isEqualTo(filter);
            compilesOrIsRefused(filter, g);
        });
    }

    @Test
    void any_text_is_either_a_path_or_refused() {
        Property.check("garbage is refused as a path", g -> {
            String text =
                    g.show("text", g.pick("", "emails", "emails[", "a.b[") + garbage(g) + g.pick("", "]", "].value"));
            try {
                ValuePath path = ValuePath.parse(text, g.pick(Tolerance.STRICT, Tolerance.DEFAULT));
                assertThat(ValuePath.parse(path.toString(), Tolerance.STRICT)).isEqualTo(path);
            } catch (ScimException refused) {
                assertThat(refused.status()).isEqualTo(400);
            }
        });
    }

    private static void compilesOrIsRefused(Filter filter, Generator g) {
        Resource resource = new RandomResources(g, Things.anyType(g)).stored();
        Tolerance tolerance = g.pick(Tolerance.STRICT, Tolerance.DEFAULT);
        FilterCompiler compiler = Things.compiler(resource.type(), tolerance);
        try {
            (g.bool() ? compiler : compiler.unknownAsAbsent()).compile(filter).test(resource);
        } catch (ScimException refused) {
            assertThat(refused.status()).isEqualTo(400);
        }
    }

    /** Parts of filters in no order. */
    private static String garbage(Generator g) {
        List<String> tokens = g.list(
                0,
                12,
                () -> g.either(
                        () -> g.pick(
                                "(", ")", "[", "]", "not", "and", "or", "pr", " ", "  ", ".", "\"", "'", "null", "true",
                                "-"),
                        () -> g.pick(
                                "eq",
                                "ne",
                                "co",
                                "gt",
                                "userName",
                                "emails",
                                "members",
                                "name.givenName",
                                "count",
                                "flag"),
                        () -> g.pick(
                                "emails[",
                                "].value",
                                "not (",
                                " eq \"x\"",
                                " and ",
                                "1e5",
                                "-0.5",
                                "\\u12",
                                "userName pr"),
                        g::text));
        return String.join(g.pick("", " "), tokens);
    }

    private static String mutated(Generator g, String text) {
        StringBuilder mutated = new StringBuilder(text);
        for (int i = g.between(1, 3); i > 0 && !mutated.isEmpty(); i--) {
            int at = g.below(mutated.length());
            switch (g.below(3)) {
                case 0 -> mutated.deleteCharAt(at);
                case 1 -> mutated.insert(at, g.text());
                default -> mutated.setCharAt(at, g.pick('"', '(', ')', '[', ']', ' ', '\\', '.', 'x', '\ud83d', '\0'));
            }
        }
        return mutated.toString();
    }

    @Test
    void a_filter_of_another_type_compiles_or_is_refused() {
        Property.check("compiling never fails otherwise", g -> compilesOrIsRefused(filter(g, resource(g)), g));
    }

    @Test
    void compiled_filters_mean_what_the_naive_reading_says() {
        Property.check("compiled is naive", g -> {
            Resource sample = resource(g);
            Resource other = g.bool() ? sample : new RandomResources(g, sample.type()).stored();
            Filter filter = filter(g, sample);
            assertThat(holds(filter, g.show("tested", other)))
                    .isEqualTo(new NaiveFilter(sample.type()).holds(filter, other));
        });
    }

    @Test
    void default_tolerance_changes_no_valid_filter() {
        Property.check("tolerance forgives and changes nothing", g -> {
            Resource resource = resource(g);
            Filter filter = filter(g, resource);
            assertThat(filter.test(resource)).isEqualTo(holds(filter, resource));
        });
    }

    @Test
    void random_filters_hold_about_as_often_as_not() {
        int[] held = new int[2];
        Property.check("both answers occur", g -> {
            Resource resource = resource(g);
            held[holds(filter(g, resource), resource) ? 1 : 0]++;
        });
        // Else the other properties would say little.
        if (held[0] + held[1] >= 1000) {
            assertThat((double) held[1] / (held[0] + held[1])).isBetween(0.2, 0.8);
        }
    }

    @Test
    void negation_obeys_the_laws_of_logic() {
        Property.check("De Morgan, double negation, and, or", g -> {
            Resource resource = resource(g);
            Filter a = g.show("a", new RandomFilters(g, resource).filter());
            Filter b = g.show("b", new RandomFilters(g, resource).filter());
            boolean heldA = holds(a, resource);
            boolean heldB = holds(b, resource);
            Filter and = new Filter.And(List.of(a, b));
            Filter or = new Filter.Or(List.of(a, b));
            Filter bothNot = new Filter.And(List.of(new Filter.Not(a), new Filter.Not(b)));
            Filter eitherNot = new Filter.Or(List.of(new Filter.Not(a), new Filter.Not(b)));
            assertThat(holds(and, resource)).isEqualTo(heldA && heldB);
            assertThat(holds(or, resource)).isEqualTo(heldA || heldB);
            assertThat(holds(new Filter.Not(new Filter.Not(a)), resource)).isEqualTo(heldA);
            assertThat(holds(new Filter.Not(and), resource)).isEqualTo(holds(eitherNot, resource));
            assertThat(holds(new Filter.Not(or), resource)).isEqualTo(holds(bothNot, resource));
        });
    }

    @Test
    void all_conjuncts_together_are_the_filter() {
        Property.check("conjuncts", g -> {
            Resource resource = resource(g);
            Filter filter = filter(g, resource);
            Predicate<Filter> holds = f -> holds(f, resource);
            assertThat(filter.conjuncts().stream().allMatch(holds)).isEqualTo(holds(filter, resource));
            assertThat(filter.conjuncts()).noneMatch(Filter.And.class::isInstance);
        });
    }
}

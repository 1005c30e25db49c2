package dev.rollcall.scim.provisioning.mapping;

import dev.rollcall.scim.codec.Tolerance;
import dev.rollcall.scim.error.ScimException;
import dev.rollcall.scim.filter.FilterCompiler;
import dev.rollcall.scim.filter.ValuePath;
import dev.rollcall.scim.path.AttributePath;
import dev.rollcall.scim.path.PathResolver;
import dev.rollcall.scim.path.ResolvedPath;
import dev.rollcall.scim.resource.Complex;
import dev.rollcall.scim.resource.Resource;
import dev.rollcall.scim.resource.Value;
import dev.rollcall.scim.schema.Attribute;
import dev.rollcall.scim.schema.AttributeType;
import dev.rollcall.scim.schema.ResourceType;
import dev.rollcall.scim.schema.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A path to one text of a user, such as {@code title}, {@code addresses[type eq "work"].region} or {@code
 * urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:department}. A bare name is looked up at the top and then in
 * every extension. Immutable and thread-safe.
 */
public final class UserAttribute {
    private final String text;
    private final List<Attribute> steps;
    private final @Nullable Predicate<Value> selects;

    private UserAttribute(String text, List<Attribute> steps, @Nullable Predicate<Value> selects) {
        this.text = text;
        this.steps = List.copyOf(steps);
        this.selects = selects;
    }

    /**
     * Reads a path.
     *
     * @throws ScimException {@code invalidPath} or {@code invalidFilter} if it is none, if no schema of the type has it,
     *     or if it leads to something else than one text; the detail says what to write
     */
    public static UserAttribute parse(String text, ResourceType users) {
        ValuePath path = ValuePath.parse(text, Tolerance.STRICT);
        PathResolver resolver = new PathResolver(users, Tolerance.STRICT);
        ResolvedPath resolved = places(path.path(), users)
                .flatMap(place -> resolver.resolve(place).stream())
                .findFirst()
                .orElseThrow(() -> ScimException.invalidPath(resolver.explainUnknown(path.path())));
        Predicate<Value> selects = path.filter() == null
                ? null
                : new FilterCompiler(resolver, Tolerance.STRICT).compileElement(resolved.leaf(), path.filter());
        List<Attribute> steps = new ArrayList<>(resolved.steps());
        if (path.subAttribute() != null) {
            Attribute sub = resolved.leaf().sub(path.subAttribute());
            if (sub == null) {
                throw ScimException.invalidPath("\"" + resolved.leaf().name() + "\" has no sub-attribute \""
                        + path.subAttribute() + "\"; it has " + resolved.leaf().subAttributes());
            }
            steps.add(sub);
        }
        requireOneText(text, steps, selects != null);
        return new UserAttribute(text, steps, selects);
    }

    private static Stream<AttributePath> places(AttributePath path, ResourceType users) {
        return path.schema() != null
                ? Stream.of(path)
                : Stream.concat(
                        Stream.of(path),
                        users.extensions().stream()
                                .map(Schema::id)
                                .map(urn -> new AttributePath(urn, path.attribute(), path.subAttribute())));
    }

    private static void requireOneText(String text, List<Attribute> steps, boolean selected) {
        Attribute leaf = steps.get(steps.size() - 1);
        if (leaf.type() != AttributeType.STRING) {
            throw ScimException.invalidPath("\"" + text + "\" leads to no text; name a text attribute, such as"
                    + " addresses[type eq \"work\"].region");
        }
        long lists = steps.stream().filter(Attribute::multiValued).count();
        if (lists > (selected ? 1 : 0)) {
            throw ScimException.invalidPath(
                    "\"" + text + "\" leads to several values; choose one with a filter, such as"
                            + " addresses[type eq \"work\"].region");
        }
    }

    /** The text that the user has there; of several that the filter selects, the first. */
    public Optional<String> of(Resource user) {
        Stream<Value> values = Stream.of(user.attributes());
        for (Attribute step : steps) {
            values = values.flatMap(value -> Stream.ofNullable(((Complex) value).get(step)))
                    .flatMap(value -> value instanceof Value.Multi multi
                            ? multi.values().stream().filter(v -> selects == null || selects.test(v))
                            : Stream.of(value));
        }
        return values.filter(Value.Text.class::isInstance)
                .map(value -> ((Value.Text) value).value())
                .findFirst();
    }

    /** The path as it was written. */
    @Override
    public String toString() {
        return text;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof UserAttribute attribute && attribute.text.equals(text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }
}

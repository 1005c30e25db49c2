package dev.rollcall.scim.schema;

import dev.rollcall.scim.json.Names;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An ordered set of attributes that one object can hold: those of a resource, or the sub-attributes of a complex
 * attribute. Finds them by name in any case (RFC 7643 §2.1). Immutable and thread-safe; compared by identity.
 */
public final class Attributes implements Iterable<Attribute> {
    private static final Attributes NONE = new Attributes(List.of());

    private final List<Attribute> list;
    private final Map<String, Attribute> exact;
    private final Map<String, Attribute> folded;

    private Attributes(List<Attribute> attributes) {
        List<Attribute> indexed = new ArrayList<>(attributes.size());
        Map<String, Attribute> byName = new HashMap<>();
        Map<String, Attribute> byFoldedName = new HashMap<>();
        for (Attribute attribute : attributes) {
            Attribute here = attribute.at(indexed.size());
            indexed.add(here);
            byName.put(here.name(), here);
            if (byFoldedName.put(Names.fold(here.name()), here) != null) {
                throw new InvalidSchemaException(
                        "Attribute \"" + here.name() + "\" is defined twice; names differ in more than case");
            }
        }
        this.list = List.copyOf(indexed);
        this.exact = Map.copyOf(byName);
        this.folded = Map.copyOf(byFoldedName);
    }

    /** The attributes in that order. */
    public static Attributes of(List<Attribute> attributes) {
        return attributes.isEmpty() ? NONE : new Attributes(attributes);
    }

    Attributes readOnly() {
        return of(list.stream().map(Attribute::asReadOnly).toList());
    }

    /** The attribute of that name in any case; null if there is none. */
    public @Nullable Attribute find(String name) {
        Attribute found = exact.get(name);
        return found != null ? found : folded.get(Names.fold(name));
    }

    /**
     * The attribute of that name in any case.
     *
     * @throws IllegalArgumentException if there is none
     */
    public Attribute get(String name) {
        Attribute found = find(name);
        if (found == null) {
            throw new IllegalArgumentException("No attribute \"" + name + "\" among " + list);
        }
        return found;
    }

    /** The attribute at the index. */
    public Attribute get(int index) {
        return list.get(index);
    }

    /** How many attributes there are. */
    public int size() {
        return list.size();
    }

    /** The attributes as a list. */
    public List<Attribute> asList() {
        return list;
    }

    @Override
    public Iterator<Attribute> iterator() {
        return list.iterator();
    }

    @Override
    public String toString() {
        return list.toString();
    }
}

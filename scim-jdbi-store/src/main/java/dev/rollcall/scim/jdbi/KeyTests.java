package dev.rollcall.scim.jdbi;

import dev.rollcall.scim.filter.Operator;
import dev.rollcall.scim.store.Key;
import java.util.Optional;

/**
 * Tests of values that have rows of their own in the table of keys.
 *
 * @param place whose keys
 * @param path the attribute
 * @param several whether a resource can have several values
 * @param unique whether one resource alone can have a value
 */
record KeyTests(Place place, String path, boolean several, boolean unique) {
    /** The tenant and the type, by which the table is divided. */
    record Place(long tenant, String type) {
        /** A query of inner keys on the alias {@code l}, to which conditions can be added: who has a text that is too long. */
        Sql longTexts(String longPath) {
            return Sql.of(
                    "select l.resource_key from scim_key l where l.tenant_key = ? and l.type = ? and l.path = ?",
                    tenant,
                    type,
                    longPath);
        }
    }

    static KeyTests of(Place place, Key key) {
        return new KeyTests(place, key.path(), true, key.unique());
    }

    /**
     * The test of whether a value compares so.
     *
     * @param key the prepared literal
     * @return empty if the rows cannot tell
     */
    Optional<Condition> test(Operator operator, String key, Dialect dialect) {
        return switch (operator) {
            case EQ -> Optional.of(equal(key));
            // An element without value differs from every value, and has no row.
            case NE -> several ? Optional.empty() : Optional.of(equal(key).opposite());
            case CO, EW ->
                Optional.of(one(TextPattern.like("coalesce(k.full_text, k.key_value)", TextPattern.of(operator, key))));
            case SW ->
                KeyText.isLong(key)
                        ? Optional.empty()
                        : Optional.of(one(TextPattern.like("k.key_value", TextPattern.of(operator, key))));
            case GT, GE, LT, LE ->
                TextColumn.isOrdered(key, dialect)
                        ? SqlOperator.of(operator)
                                .map(o -> one(o.test("k.key_value", key).sql()))
                        : Optional.empty();
        };
    }

    /** The test whether a value is equal, found by its own index. */
    Condition equal(String key) {
        Sql holders = Sql.of(
                "select k.resource_key from scim_key k"
                        + " where k.tenant_key = ? and k.type = ? and k.path = ? and k.key_value = ?",
                place.tenant(),
                place.type(),
                path,
                KeyText.of(key));
        return Condition.Test.among(holders, unique ? Access.Kind.UNIQUE : Access.Kind.FEW);
    }

    /** The test whether there is a value that is not empty. */
    Condition present() {
        return one(Sql.of("k.key_value <> ''"));
    }

    /** Row by row, which {@code offset} makes sure of: what is true of many values must not be gathered for each page. */
    private Condition one(Sql test) {
        Sql exists = Sql.of(
                        "exists (select 1 from scim_key k where k.tenant_key = r.tenant_key"
                                + " and k.resource_key = r.resource_key and k.path = ? and ",
                        path)
                .add(test)
                .add(" offset 0 rows)");
        return Condition.Test.of(exists, Sql.of("not ").add(exists));
    }
}

package dev.rollcall.scim.jdbi;

import dev.rollcall.scim.filter.Operator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Tests of a text that a row has once or not at all.
 *
 * @param place whose rows
 * @param column the column
 * @param longPath under what path the table of keys has the texts of which the column has a part only; null if it has the
 *     whole of each
 * @param access what index an equality uses
 */
record TextColumn(
        KeyTests.Place place, String column, @Nullable String longPath, Access.Kind access) {
    /**
     * The test as SQL.
     *
     * @param key the prepared literal
     * @return empty if the database would answer otherwise than core
     */
    Optional<Condition> test(Operator operator, String key, Dialect dialect) {
        return switch (operator) {
            case EQ -> Optional.of(equal(KeyText.of(key)));
            case NE -> Optional.of(equal(KeyText.of(key)).opposite());
            case SW -> KeyText.isLong(key) ? Optional.empty() : Optional.of(beginsWith(key, dialect));
            case CO, EW -> Optional.of(like(TextPattern.of(operator, key)));
            case GT, GE, LT, LE ->
                isOrdered(key, dialect)
                        ? SqlOperator.of(operator).map(o -> o.testNullable(name(), key))
                        : Optional.empty();
        };
    }

    /** Whether the order of the database is core's where this text is concerned. */
    static boolean isOrdered(String key, Dialect dialect) {
        return !KeyText.isLong(key) && (dialect.ordersByCodePoint() || TextPattern.hasOneOrder(key));
    }

    /** The test whether there is a text, which is one if it is not empty. */
    Condition present() {
        return Condition.Test.of(Sql.of(name() + " <> ''"), Sql.of("(" + name() + " is null or " + name() + " = '')"));
    }

    private String name() {
        return "r." + column;
    }

    private Condition equal(String value) {
        Condition.Test test = SqlOperator.EQ.testNullable(name(), value);
        Sql holders = Sql.of(
                "select h.resource_key from scim_resource h where h.tenant_key = ? and h.type = ? and h." + column
                        + " = ?",
                place.tenant(),
                place.type(),
                value);
        return new Condition.Test(test.sql(), test.otherwise(), new Access(access, name(), holders));
    }

    private Condition beginsWith(String beginning, Dialect dialect) {
        if (beginning.isEmpty()) {
            return Condition.Test.of(Sql.of(name() + " is not null"), Sql.of(name() + " is null"));
        }
        if (!dialect.ordersByCodePoint()) {
            String pattern = TextPattern.of(Operator.SW, beginning);
            return Condition.Test.of(TextPattern.like(name(), pattern), notLike(pattern));
        }
        // A part of the order, which an index has in one piece, also where the plan is made before the text is known.
        Condition from = SqlOperator.GE.testNullable(name(), beginning);
        String behind = TextPattern.behindAllWith(beginning);
        return behind.isEmpty() ? from : new Condition.All(List.of(from, SqlOperator.LT.testNullable(name(), behind)));
    }

    private Condition like(String pattern) {
        Sql like = TextPattern.like(name(), pattern);
        if (longPath == null) {
            return Condition.Test.of(like, notLike(pattern));
        }
        Sql longTexts = place.longTexts(longPath);
        Sql longLike = Sql.of("(")
                .add(longTexts)
                .add(" and ")
                .add(TextPattern.like("l.full_text", pattern))
                .add(")");
        return Condition.Test.of(
                Sql.of("((")
                        .add(like)
                        .add(" and r.resource_key not in (")
                        .add(longTexts)
                        .add(")) or r.resource_key in ")
                        .add(longLike)
                        .add(")"),
                Sql.of("((")
                        .add(notLike(pattern))
                        .add(" or r.resource_key in (")
                        .add(longTexts)
                        .add(")) and r.resource_key not in ")
                        .add(longLike)
                        .add(")"));
    }

    private Sql notLike(String pattern) {
        return Sql.of("(" + name() + " is null or ")
                .add(TextPattern.notLike(name(), pattern))
                .add(")");
    }
}

package dev.rollcall.scim.jdbi;

import dev.rollcall.scim.filter.Literal;
import dev.rollcall.scim.filter.Operator;
import dev.rollcall.scim.patch.Membership;
import dev.rollcall.scim.path.ResolvedPath;
import dev.rollcall.scim.resource.Collation;
import dev.rollcall.scim.resource.DateTime;
import dev.rollcall.scim.resource.Value;
import dev.rollcall.scim.schema.Attribute;
import dev.rollcall.scim.schema.AttributeType;
import dev.rollcall.scim.schema.ResourceType;
import dev.rollcall.scim.schema.Uniqueness;
import dev.rollcall.scim.store.Key;
import dev.rollcall.scim.store.KeyFactory;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Writes single terms about what tables have in columns and rows. Immutable and thread-safe. */
final class TermSql {
    private static final KeyFactory KEYS = KeyFactory.standard();

    /** The ASCII characters that are the normal form of others: the Kelvin sign, the Greek question mark and varia. */
    private static final String LIKE_OTHERS = "K;`";

    private final ResourceType type;
    private final Dialect dialect;
    private final MemberTests members;
    private final KeyTests.Place place;

    TermSql(ResourceType type, Dialect dialect, VisibleRows rows) {
        this.type = type;
        this.dialect = dialect;
        this.members = new MemberTests(rows);
        this.place = new KeyTests.Place(rows.tenant(), type.name());
    }

    /** The test whether a value at the path, which is not complex, compares so. */
    Optional<Condition> comparison(ResolvedPath path, Operator operator, Literal literal) {
        if (isMember(path)) {
            return operator == Operator.EQ && literal instanceof Literal.Text id
                    ? Optional.of(members.member(id.value()))
                    : Optional.empty();
        } else if (isLink(path)) {
            return Optional.empty();
        } else if (literal instanceof Literal.Text text) {
            return ofText(path, operator, text.value());
        } else if (literal instanceof Literal.Bool bool) {
            return isActive(path) ? SqlOperator.of(operator).map(sql -> active(sql, bool.value())) : Optional.empty();
        }
        return literal instanceof Literal.Number number ? ofNumber(path, operator, number) : Optional.empty();
    }

    private Optional<Condition> ofText(ResolvedPath path, Operator operator, String literal) {
        String time = timeColumn(path);
        if (time != null) {
            return DateTime.parse(literal).flatMap(t -> new TimeColumn(time).test(operator, t.instant()));
        }
        boolean isText =
                path.leaf().type() == AttributeType.STRING || path.leaf().type() == AttributeType.REFERENCE;
        if (!isText) {
            return Optional.empty();
        }
        if (path.leaf() == type.id()) {
            return ofId(operator, literal);
        }
        String key = Collation.key(literal, path.leaf().caseExact());
        TextColumn column = textColumn(path);
        if (column != null) {
            return column.test(operator, key, dialect);
        }
        return inTable(path).flatMap(tests -> tests.test(operator, key, dialect));
    }

    /**
     * Ids are kept as a host makes them and not as they are compared: what equals a text is known where that text is the
     * form of no other.
     */
    private Optional<Condition> ofId(Operator operator, String literal) {
        boolean equality = operator == Operator.EQ || operator == Operator.NE;
        return equality && literal.chars().allMatch(c -> c < 0x80 && LIKE_OTHERS.indexOf(c) < 0)
                ? ids().test(operator, literal, dialect)
                : Optional.empty();
    }

    private TextColumn ids() {
        return new TextColumn(place, "id", null, Access.Kind.UNIQUE);
    }

    /** Numbers have one key whatever their scale, but no order by it. */
    private Optional<Condition> ofNumber(ResolvedPath path, Operator operator, Literal.Number number) {
        Optional<Key> key = KEYS.equality(type, path, new Value.Decimal(number.value()));
        boolean isNumber =
                path.leaf().type() == AttributeType.INTEGER || path.leaf().type() == AttributeType.DECIMAL;
        if (!isNumber || key.isEmpty() || (operator != Operator.EQ && operator != Operator.NE)) {
            return Optional.empty();
        }
        TextColumn column = textColumn(path);
        return column != null
                ? column.test(operator, key.get().value(), dialect)
                : inTable(path).flatMap(tests -> tests.test(operator, key.get().value(), dialect));
    }

    private Condition active(SqlOperator operator, boolean literal) {
        Condition.Test test = operator.testNullable("r.active", literal);
        return operator == SqlOperator.EQ
                ? new Condition.Test(test.sql(), test.otherwise(), new Access(Access.Kind.MANY, "r.active", null))
                : test;
    }

    /** The test whether the path has a value. */
    Optional<Condition> present(ResolvedPath path) {
        if (isMember(path) || (path.steps().size() == 1 && path.top() == Membership.attribute(type))) {
            return Optional.of(members.present());
        } else if (path.top() == type.meta() && !path.leaf().isNamed("location")) {
            return Optional.of(new Condition.Constant(true));
        } else if (path.leaf() == type.id()) {
            return Optional.of(ids().present());
        } else if (isActive(path)) {
            return Optional.of(Condition.Test.of(Sql.of("r.active is not null"), Sql.of("r.active is null")));
        }
        TextColumn column = textColumn(path);
        return column != null ? Optional.of(column.present()) : inTable(path).map(tests -> tests.present());
    }

    /** The tests of rows with the key. */
    Condition having(Key key) {
        return KeyColumn.of(key)
                .<Condition>map(column -> column(column, key.path())
                        .test(Operator.EQ, key.value(), dialect)
                        .orElseThrow())
                .orElseGet(() -> KeyTests.of(place, key).equal(key.value()));
    }

    private @Nullable TextColumn textColumn(ResolvedPath path) {
        return KEYS.covers(type, path)
                ? KeyColumn.of(path.toString(), isUnique(path))
                        .map(c -> column(c, path.toString()))
                        .orElse(null)
                : null;
    }

    private TextColumn column(KeyColumn column, String path) {
        return new TextColumn(place, column.column(), KeyRow.longPath(path), column.access());
    }

    private Optional<KeyTests> inTable(ResolvedPath path) {
        Attribute parent = path.parent();
        boolean several = parent != null && parent.multiValued();
        return KEYS.covers(type, path)
                ? Optional.of(new KeyTests(place, path.toString(), several, isUnique(path)))
                : Optional.empty();
    }

    private static boolean isUnique(ResolvedPath path) {
        return path.leaf().uniqueness() != Uniqueness.NONE;
    }

    private @Nullable String timeColumn(ResolvedPath path) {
        if (path.top() != type.meta() || path.steps().size() != 2) {
            return null;
        }
        return path.leaf().isNamed("created")
                ? "r.created"
                : path.leaf().isNamed("lastModified") ? "r.last_modified" : null;
    }

    private static boolean isActive(ResolvedPath path) {
        return path.steps().size() == 1 && ActiveColumn.holds(path.leaf());
    }

    private boolean isMember(ResolvedPath path) {
        return path.steps().size() == 2
                && path.top() == Membership.attribute(type)
                && path.leaf().isNamed("value");
    }

    /** A link beside an id is compared as that id. */
    private static boolean isLink(ResolvedPath path) {
        Attribute parent = path.parent();
        return parent != null && parent.linkToResource() == path.leaf();
    }
}

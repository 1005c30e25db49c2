package dev.rollcall.scim.patch;

import dev.rollcall.scim.error.ScimException;
import dev.rollcall.scim.filter.Filter;
import dev.rollcall.scim.resource.Complex;
import dev.rollcall.scim.resource.Value;
import org.jspecify.annotations.Nullable;

/**
 * What one patch may cost. An operation that looks through the values of an attribute pays for each of them, so that many
 * operations on many values do not hold a server for longer than a body of that size is worth. Not thread-safe.
 */
final class Work {
    /** In units of {@link #size}; a few seconds at worst. */
    static final long LIMIT = 10_000_000;

    private static final int CHARACTERS = 8;

    private long spent;

    long spent() {
        return spent;
    }

    /** @throws ScimException {@code tooMany} if the patch costs too much */
    void spend(long units) {
        spent += units;
        if (spent > LIMIT) {
            throw ScimException.tooMany("The operations up to this one look through too many values; send fewer"
                    + " operations in one request, or one operation for many values");
        }
    }

    /** Pays for the value, or for each of the values, once for each term of the filter that they are tested by. */
    void look(@Nullable Value values, @Nullable Filter filter) {
        if (values != null) {
            spend(size(values) * terms(filter));
        }
    }

    /** How much there is to look at: one for each value, and one more for each eight characters of it. */
    static long size(Value value) {
        if (value instanceof Value.Text text) {
            return 1 + text.value().length() / CHARACTERS;
        } else if (value instanceof Value.Reference reference) {
            return 1 + reference.uri().length() / CHARACTERS;
        } else if (value instanceof Value.Binary binary) {
            return 1 + binary.base64().length() / CHARACTERS;
        }
        long size = 1;
        if (value instanceof Complex complex) {
            for (int i = 0; i < complex.shape().size(); i++) {
                Value part = complex.get(i);
                size += part == null ? 0 : size(part);
            }
        } else if (value instanceof Value.Multi multi) {
            for (Value element : multi.values()) {
                size += size(element);
            }
        }
        return size;
    }

    private static int terms(@Nullable Filter filter) {
        if (filter instanceof Filter.And and) {
            return and.operands().stream().mapToInt(Work::terms).sum();
        } else if (filter instanceof Filter.Or or) {
            return or.operands().stream().mapToInt(Work::terms).sum();
        }
        return filter instanceof Filter.Not not ? terms(not.operand()) : 1;
    }
}

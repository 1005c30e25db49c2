package dev.rollcall.scim.patch;

import dev.rollcall.scim.resource.Value;
import org.jspecify.annotations.Nullable;

/**
 * One step of a patch, resolved and decoded: an operation, or one key of an operation without path.
 *
 * @param index of the operation in the request, from 0
 * @param op what to do
 * @param target to what
 * @param value with what; null if the value is null, empty or missing
 * @param byValue whether a {@code remove} names the values that go
 * @param creates whether an element that the path describes is made if it is not there
 */
record PatchOperation(
        int index, Op op, Target target, @Nullable Value value, boolean byValue, boolean creates) {
    String place() {
        return "Operations[" + index + "] (" + op.keyword() + " " + target + ")";
    }

    /** Without the value, which can be a secret. */
    @Override
    public String toString() {
        return place();
    }
}

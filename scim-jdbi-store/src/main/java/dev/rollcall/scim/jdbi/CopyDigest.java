package dev.rollcall.scim.jdbi;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How many rows there are, and a number that is the same for the same rows in whatever order.
 *
 * @param rows how many
 * @param sum of digests of the rows
 */
record CopyDigest(long rows, long sum) {
    static final CopyDigest NONE = new CopyDigest(0, 0);

    CopyDigest plus(List<@Nullable Object> row) {
        MessageDigest digest;
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
        for (Object value : row) {
            // With what it is and how long, so that no two rows look the same one after the other.
            if (value == null) {
                digest.update((byte) 0);
            } else if (value instanceof Long number) {
                digest.update((byte) 1);
                digest.update(ByteBuffer.allocate(Long.BYTES).putLong(number).array());
            } else {
                byte[] bytes =
                        value instanceof byte[] raw ? raw : value.toString().getBytes(StandardCharsets.UTF_8);
                digest.update((byte) 2);
                digest.update(
                        ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
                digest.update(bytes);
            }
        }
        return new CopyDigest(rows + 1, sum + ByteBuffer.wrap(digest.digest()).getLong());
    }

    @Override
    public String toString() {
        return rows + " rows with the checksum " + Long.toHexString(sum);
    }
}

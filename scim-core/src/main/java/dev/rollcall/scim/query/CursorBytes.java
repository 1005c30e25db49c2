package dev.rollcall.scim.query;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The bytes of a cursor before they are sealed. */
final class CursorBytes {
    /** Says how the rest is to be read. */
    private static final int FORM = 1;

    private CursorBytes() {}

    static byte[] write(Cursor cursor) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        try {
            out.writeByte(FORM);
            out.writeBoolean(cursor.forward());
            out.writeInt(cursor.count());
            out.writeLong(cursor.total());
            write(out, cursor.expires());
            write(out, cursor.type());
            SortKey place = cursor.place();
            out.writeBoolean(place != null);
            if (place != null) {
                write(out, place.id());
                write(out, place.value());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void write(DataOutputStream out, @Nullable SortValue value) throws IOException {
        if (value instanceof SortValue.Text text) {
            out.writeByte('t');
            write(out, text.key());
        } else if (value instanceof SortValue.Number number) {
            out.writeByte('n');
            out.writeInt(number.value().scale());
            write(out, number.value().unscaledValue().toByteArray());
        } else if (value instanceof SortValue.Time time) {
            out.writeByte('i');
            write(out, time.value());
        } else if (value instanceof SortValue.Flag flag) {
            out.writeByte(flag.value() ? '1' : '0');
        } else {
            out.writeByte('-');
        }
    }

    private static void write(DataOutputStream out, Instant instant) throws IOException {
        out.writeLong(instant.getEpochSecond());
        out.writeInt(instant.getNano());
    }

    private static void write(DataOutputStream out, String text) throws IOException {
        write(out, text.getBytes(StandardCharsets.UTF_8));
    }

    private static void write(DataOutputStream out, byte[] bytes) throws IOException {
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    /**
     * Reads what {@link #write} made.
     *
     * @throws IOException if it is of another form, as a later version may make it
     */
    static Cursor read(byte[] bytes) throws IOException {
        DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes));
        if (in.readByte() != FORM) {
            throw new IOException("A cursor of another form");
        }
        boolean forward = in.readBoolean();
        int count = in.readInt();
        long total = in.readLong();
        Instant expires = instant(in);
        String type = text(in);
        SortKey place = null;
        if (in.readBoolean()) {
            String id = text(in);
            place = new SortKey(value(in), id);
        }
        return new Cursor(forward, type, place, count, total, expires);
    }

    private static @Nullable SortValue value(DataInputStream in) throws IOException {
        byte kind = in.readByte();
        return switch (kind) {
            case 't' -> new SortValue.Text(text(in));
            case 'n' -> number(in);
            case 'i' -> new SortValue.Time(instant(in));
            case '0', '1' -> new SortValue.Flag(kind == '1');
            default -> null;
        };
    }

    private static SortValue number(DataInputStream in) throws IOException {
        int scale = in.readInt();
        return new SortValue.Number(new BigDecimal(new BigInteger(in.readNBytes(in.readInt())), scale));
    }

    private static Instant instant(DataInputStream in) throws IOException {
        long seconds = in.readLong();
        return Instant.ofEpochSecond(seconds, in.readInt());
    }

    private static String text(DataInputStream in) throws IOException {
        return new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8);
    }
}

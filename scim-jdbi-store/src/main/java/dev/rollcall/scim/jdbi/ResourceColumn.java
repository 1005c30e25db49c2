package dev.rollcall.scim.jdbi;

import dev.rollcall.scim.codec.DocumentCodec;
import dev.rollcall.scim.store.StoredResource;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The columns of a resource that a write can change, each with what it holds. */
enum ResourceColumn {
    VERSION("bigint", stored -> stored.resource().meta().version()),
    CREATED("bigint", stored -> StoredTime.of(stored.resource().meta().created())),
    LAST_MODIFIED("bigint", stored -> StoredTime.of(stored.resource().meta().lastModified())),
    USER_NAME("varchar", stored -> KeyColumn.USER_NAME.valueAmong(stored.keys())),
    EXTERNAL_ID("varchar", stored -> KeyColumn.EXTERNAL_ID.valueAmong(stored.keys())),
    DISPLAY_NAME("varchar", stored -> KeyColumn.DISPLAY_NAME.valueAmong(stored.keys())),
    /** The displayName as it is shown. */
    DISPLAY("varchar", stored -> stored.resource().text("displayName").orElse(null)),
    ACTIVE("boolean", stored -> ActiveColumn.valueOf(stored.resource())),
    DOCUMENT("bytes", stored -> DocumentCodec.encode(stored.resource()));

    private final String type;
    private final Function<StoredResource, @Nullable Object> value;

    ResourceColumn(String type, Function<StoredResource, @Nullable Object> value) {
        this.type = type;
        this.value = value;
    }

    /** All names, as a list of columns. */
    static String names() {
        return joined(ResourceColumn::column);
    }

    /** A question mark for each, with its type where a database cannot tell it. */
    static String parameters(Dialect dialect) {
        return joined(column -> "cast(? as " + (column.type.equals("bytes") ? dialect.binary() : column.type) + ")");
    }

    /** What sets each to a question mark. */
    static String assignments() {
        // A null comes as a text, which only a text column takes without a cast.
        return joined(column -> column.column() + (column == ACTIVE ? " = cast(? as boolean)" : " = ?"));
    }

    /** The values of the question marks. */
    static @Nullable Object[] values(StoredResource stored) {
        return Arrays.stream(values()).map(column -> column.value.apply(stored)).toArray();
    }

    private String column() {
        return name().toLowerCase(Locale.ROOT);
    }

    private static String joined(Function<ResourceColumn, String> text) {
        return Arrays.stream(values()).map(text).collect(Collectors.joining(", "));
    }
}

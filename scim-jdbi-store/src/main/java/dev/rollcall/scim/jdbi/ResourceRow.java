package dev.rollcall.scim.jdbi;

import dev.rollcall.scim.codec.DocumentCodec;
import dev.rollcall.scim.resource.Meta;
import dev.rollcall.scim.resource.Resource;
import dev.rollcall.scim.schema.ResourceType;
import java.sql.ResultSet;
import java.sql.SQLException;

/** A resource as its row keeps it. */
record ResourceRow(String id, long version, long created, long lastModified, byte[] document) {
    /** The columns of a row of the alias {@code r}, in the order in which {@link #read} takes them. */
    static final String COLUMNS = "r.id, r.version, r.created, r.last_modified, r.document";

    static ResourceRow read(ResultSet row) throws SQLException {
        return new ResourceRow(row.getString(1), row.getLong(2), row.getLong(3), row.getLong(4), row.getBytes(5));
    }

    Resource toResource(ResourceType type) {
        Meta meta = new Meta(StoredTime.toInstant(created), StoredTime.toInstant(lastModified), version);
        return DocumentCodec.decode(type, id, meta, document);
    }
}

package dev.rollcall.scim.resource;

import dev.rollcall.scim.schema.Attribute;
import java.time.Instant;

/**
 * The metadata that the server keeps of a resource (RFC 7643 §3.1).
 *
 * @param created when it was made; never changes
 * @param lastModified when it was last really changed; equal to {@code created} before that
 * @param version grows with each real change, starting at 1; shown as the weak entity tag {@code W/"…"}
 */
public record Meta(Instant created, Instant lastModified, long version) {
    /** The metadata of a resource that is made now. */
    public static Meta created(Instant now) {
        return new Meta(now, now, 1);
    }

    /** The metadata after a change. */
    public Meta modified(Instant now) {
        // A clock that steps back must not make a resource look older than it was.
        return new Meta(created, now.isBefore(lastModified) ? lastModified : now, version + 1);
    }

    /** The version as an entity tag; weak, since representations of one version differ by projection. */
    public String entityTag() {
        return "W/\"" + version + "\"";
    }

    Complex toValue(Attribute meta, String resourceType) {
        return Complex.builder(meta.subAttributes())
                .set("resourceType", Value.of(resourceType))
                .set("created", DateTime.of(created))
                .set("lastModified", DateTime.of(lastModified))
                .set("version", Value.of(entityTag()))
                .build();
    }
}

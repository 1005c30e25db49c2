package dev.rollcall.scim.protocol;

import dev.rollcall.scim.resource.Resource;
import dev.rollcall.scim.schema.Attribute;
import java.util.ArrayList;
import java.util.List;

/** Which attributes a client has given, since those that are returned on request are then shown (RFC 7643 §7). */
final class Written {
    private Written() {}

    static List<Attribute> attributes(Resource given) {
        List<Attribute> written = new ArrayList<>();
        given.attributes().forEach((attribute, value) -> written.add(attribute));
        return written;
    }
}

package dev.rollcall.scim.protocol;

import dev.rollcall.scim.resource.Complex;
import dev.rollcall.scim.resource.Resource;
import dev.rollcall.scim.schema.Attribute;
import java.util.ArrayList;
import java.util.List;

/** Which attributes a client has given, since those that are returned on request are then shown (RFC 7643 §7). */
final class Written {
    private Written() {}

    static List<List<Attribute>> paths(Resource given) {
        List<List<Attribute>> written = new ArrayList<>();
        given.attributes().forEach((attribute, value) -> {
            if (attribute.extension() && value instanceof Complex extension) {
                extension.forEach((sub, inner) -> written.add(List.of(attribute, sub)));
            } else {
                written.add(List.of(attribute));
            }
        });
        return written;
    }
}

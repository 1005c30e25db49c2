package dev.rollcall.scim.patch;

import dev.rollcall.scim.codec.Limits;
import dev.rollcall.scim.codec.ResourceCodec;
import dev.rollcall.scim.codec.Tolerance;
import dev.rollcall.scim.resource.Resource;
import dev.rollcall.scim.schema.ResourceType;
import dev.rollcall.scim.schema.SchemaRegistry;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** What the tests of PATCH have in common: resources and patches in JSON with single quotes for double ones. */
final class PatchCase {
    static final SchemaRegistry REGISTRY = SchemaRegistry.standard();
    static final ResourceType USER = REGISTRY.resourceType("User");
    static final ResourceType GROUP = REGISTRY.resourceType("Group");

    private PatchCase() {}

    static InputStream bytes(String json) {
        return new ByteArrayInputStream(json.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
    }

    /** A User of the attributes, beside userName and schemas. */
    static Resource user(String attributes) {
        String more = attributes.isEmpty() ? "" : ", " + attributes;
        return new ResourceCodec(REGISTRY, Tolerance.STRICT, Limits.DEFAULT)
                .decode(
                        bytes("{'schemas': ['urn:ietf:params:scim:schemas:core:2.0:User',"
                                + " 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User'],"
                                + " 'userName': 'mira'" + more + "}"),
                        USER);
    }

    static InputStream message(String operations) {
        return bytes(
                "{'schemas': ['urn:ietf:params:scim:api:messages:2.0:PatchOp'], 'Operations': [" + operations + "]}");
    }

    static Patch parse(String operations, Tolerance tolerance) {
        return parse(operations, tolerance, USER);
    }

    static Patch parse(String operations, Tolerance tolerance, ResourceType type) {
        return Patch.parse(message(operations), type, tolerance, Limits.DEFAULT);
    }

    static Resource patch(String before, String operations, Tolerance tolerance) {
        return parse(operations, tolerance)
                .apply(user(before), MemberSource.NONE)
                .resource();
    }
}

package dev.rollcall.scim.patch;

import dev.rollcall.scim.codec.DocumentCodec;
import dev.rollcall.scim.codec.Limits;
import dev.rollcall.scim.codec.ResourceCodec;
import dev.rollcall.scim.codec.Tolerance;
import dev.rollcall.scim.resource.Meta;
import dev.rollcall.scim.resource.Resource;
import dev.rollcall.scim.schema.ResourceType;
import dev.rollcall.scim.schema.ResourceTypeDefinition;
import dev.rollcall.scim.schema.Schema;
import dev.rollcall.scim.schema.SchemaRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;

/** A type of resource with the characteristics that User and Group do not have. */
final class Gadgets {
    static final String URI = "urn:example:2.0:Gadget";
    static final String EXTENSION = "urn:example:2.0:GadgetExtension";

    private static final String SCHEMA = "{'id':'" + URI + "','name':'Gadget','attributes':["
            + "{'name':'label'},"
            + "{'name':'serial','mutability':'immutable'},"
            + "{'name':'marks','multiValued':true,'mutability':'immutable'},"
            + "{'name':'tags','multiValued':true,'caseExact':true},"
            + "{'name':'state','mutability':'readOnly'},"
            + "{'name':'pin','mutability':'writeOnly','returned':'never'},"
            + "{'name':'secret','mutability':'writeOnly','returned':'never'},"
            + "{'name':'box','type':'complex','subAttributes':[{'name':'size','required':true},{'name':'color'},"
            + "{'name':'stamp','mutability':'readOnly'},{'name':'key','mutability':'writeOnly','returned':'never'}]},"
            + "{'name':'parts','type':'complex','multiValued':true,'subAttributes':[{'name':'value','caseExact':true},"
            + "{'name':'type'},{'name':'count','type':'integer'},{'name':'primary','type':'boolean'},"
            + "{'name':'made','mutability':'immutable'},{'name':'code','required':true},"
            + "{'name':'seen','mutability':'readOnly','required':true},{'name':'aliases','multiValued':true},"
            + "{'name':'hush','mutability':'writeOnly','returned':'never'}]}]}";

    private static final String MORE = "{'id':'" + EXTENSION + "','attributes':["
            + "{'name':'shelf','required':true},{'name':'fixed','mutability':'immutable'},"
            + "{'name':'row','mutability':'readOnly'},{'name':'notes','multiValued':true}]}";

    static final SchemaRegistry REGISTRY = SchemaRegistry.builder()
            .schema(Schema.parse(PatchCase.bytes(SCHEMA)))
            .resourceType(new ResourceTypeDefinition("Gadget", null, "/Gadgets", URI, List.of()))
            .extension("Gadget", Schema.parse(PatchCase.bytes(MORE)))
            .build();
    static final ResourceType TYPE = REGISTRY.resourceType("Gadget");

    private Gadgets() {}

    /** As a store keeps it, read-only attributes included. */
    static Resource kept(String attributes) {
        byte[] document = ("{" + attributes.replace('\'', '"') + "}").getBytes(StandardCharsets.UTF_8);
        return DocumentCodec.decode(TYPE, "g1", Meta.created(Instant.EPOCH), document);
    }

    /** As a client sends it. */
    static Resource sent(String attributes) {
        String json =
                "{'schemas':['" + URI + "','" + EXTENSION + "']" + (attributes.isEmpty() ? "" : ",") + attributes + "}";
        return new ResourceCodec(REGISTRY, Tolerance.STRICT, Limits.DEFAULT).decode(PatchCase.bytes(json), TYPE);
    }

    static Resource patch(String before, String operations, Tolerance tolerance) {
        return PatchCase.parse(operations, tolerance, TYPE)
                .apply(kept(before), MemberSource.NONE)
                .resource();
    }
}

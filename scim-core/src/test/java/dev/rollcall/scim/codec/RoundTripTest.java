package dev.rollcall.scim.codec;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.scim.resource.Meta;
import dev.rollcall.scim.resource.Resource;
import dev.rollcall.scim.schema.ResourceType;
import dev.rollcall.scim.schema.SchemaRegistry;
import dev.rollcall.scim.testing.Property;
import dev.rollcall.scim.testing.RandomResources;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What is written is read back as it was. */
class RoundTripTest {
    private static final SchemaRegistry REGISTRY = SchemaRegistry.standard();

    @Test
    void a_resource_that_was_encoded_is_decoded_as_it_was() {
        ResourceCodec codec = new ResourceCodec(REGISTRY, Tolerance.STRICT.with(Quirk.LOOSE_FORMATS), Limits.DEFAULT);
        Property.check("decode(encode(resource)) is the resource", g -> {
            ResourceType type = g.pick(REGISTRY.resourceTypes());
            Resource resource = g.show("resource", new RandomResources(g, type).unsaved());
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            codec.encode(resource, Projection.EVERYTHING, bytes);
            assertThat(codec.decode(new ByteArrayInputStream(bytes.toByteArray()), type))
                    .isEqualTo(resource);
        });
    }

    @Test
    void a_document_is_what_was_stored() {
        Property.check("a stored document is read as it was", g -> {
            ResourceType type = g.pick(REGISTRY.resourceTypes());
            Meta meta = new Meta(Instant.ofEpochSecond(g.below(1_000_000)), Instant.now(), g.between(1, 99));
            Resource resource = g.show(
                    "resource",
                    new RandomResources(g, type)
                            .unsaved()
                            .withId("id" + g.below(9))
                            .withMeta(meta));
            Resource read = DocumentCodec.decode(type, resource.id(), meta, DocumentCodec.encode(resource));
            assertThat(read).isEqualTo(resource);
            assertThat(read.meta()).isEqualTo(meta);
        });
    }
}

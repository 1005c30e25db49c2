package dev.rollcall.scim.testing;

import dev.rollcall.scim.resource.Complex;
import dev.rollcall.scim.resource.DateTime;
import dev.rollcall.scim.resource.Meta;
import dev.rollcall.scim.resource.Resource;
import dev.rollcall.scim.resource.Value;
import dev.rollcall.scim.schema.Attribute;
import dev.rollcall.scim.schema.AttributeType;
import dev.rollcall.scim.schema.Attributes;
import dev.rollcall.scim.schema.ResourceType;
import dev.rollcall.scim.schema.Returned;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/**
 * Random valid resources of any type: each attribute that a client may write has a value or not, those required always,
 * extensions too; at most one value of an attribute is primary; no text is empty.
 */
public final class RandomResources {
    private static final long FROM = Instant.parse("1970-01-01T00:00:00Z").getEpochSecond();
    private static final long TO = Instant.parse("2100-01-01T00:00:00Z").getEpochSecond();

    private final Generator g;
    private final ResourceType type;
    private final boolean withSecrets;

    /** Resources of the type, drawn from the generator. */
    public RandomResources(Generator g, ResourceType type) {
        this(g, type, true);
    }

    private RandomResources(Generator g, ResourceType type, boolean withSecrets) {
        this.g = g;
        this.type = type;
        this.withSecrets = withSecrets;
    }

    /** A resource as a client sends it to be created: without id and metadata. */
    public Resource unsaved() {
        return Resource.of(type, attributes(type.attributes(), g.between(1, 4)));
    }

    /** A resource as a store returns it: with id and metadata, and without what is never returned. */
    public Resource stored() {
        Resource resource = new RandomResources(g, type, false).unsaved();
        Meta meta = Meta.created(instant());
        return resource.withId(g.word() + g.below(5))
                .withMeta(g.bool() ? meta : meta.modified(meta.created().plusSeconds(g.below(100_000))));
    }

    /** A value for the attribute: a list for a multi-valued one. */
    public Value value(Attribute attribute) {
        return attribute.multiValued() ? several(attribute) : one(attribute);
    }

    private Complex attributes(Attributes shape, int oneIn) {
        Complex.Builder builder = Complex.builder(shape);
        for (Attribute attribute : shape) {
            if (isSettable(attribute) && (attribute.required() || g.oneIn(oneIn))) {
                builder.set(attribute, value(attribute));
            }
        }
        return builder.build();
    }

    private boolean isSettable(Attribute attribute) {
        return attribute.writable()
                && attribute != type.schemas()
                && (withSecrets || attribute.returned() != Returned.NEVER)
                && (!attribute.complex()
                        || attribute.subAttributes().asList().stream().anyMatch(this::isSettable));
    }

    private Value several(Attribute attribute) {
        List<Value> values = new ArrayList<>(g.list(1, 4, () -> one(attribute)));
        Attribute primary = attribute.sub("primary");
        if (primary != null && primary.type() == AttributeType.BOOLEAN) {
            int first = g.below(values.size());
            for (int i = 0; i < values.size(); i++) {
                if (i != first && values.get(i) instanceof Complex element && element.get(primary) != null) {
                    values.set(i, element.with(primary, Value.of(false)));
                }
            }
        }
        // A value of which only "primary" was set stays one, since false is a value.
        return new Value.Multi(values);
    }

    /** One value for the attribute, also for a multi-valued one. */
    public Value one(Attribute attribute) {
        return switch (attribute.type()) {
            case STRING -> Value.of(text(attribute));
            case BOOLEAN -> Value.of(g.bool());
            case INTEGER -> Value.of(g.oneIn(2) ? g.between(-3, 3) : g.anyLong());
            case DECIMAL -> new Value.Decimal(decimal());
            case DATE_TIME -> dateTime();
            case BINARY -> new Value.Binary(Base64.getEncoder().encodeToString(bytes()));
            case REFERENCE -> new Value.Reference(g.pick("https://example.com/", "Users/", "urn:example:") + g.word());
            case COMPLEX -> complex(attribute);
        };
    }

    private String text(Attribute attribute) {
        List<String> canonical = attribute.canonicalValues();
        return canonical.isEmpty() || g.oneIn(4) ? g.text() : g.pick(canonical);
    }

    private Complex complex(Attribute attribute) {
        if (attribute.subAttributes().asList().stream().noneMatch(this::isSettable)) {
            throw new IllegalArgumentException("A client sets no sub-attribute of " + attribute);
        }
        Complex drawn = attributes(attribute.subAttributes(), g.between(1, 3));
        while (drawn.isEmpty()) {
            drawn = attributes(attribute.subAttributes(), 2);
        }
        return drawn;
    }

    private byte[] bytes() {
        byte[] bytes = new byte[g.between(1, 8)];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) g.below(256);
        }
        return bytes;
    }

    private BigDecimal decimal() {
        return g.oneIn(2)
                ? BigDecimal.valueOf(g.between(-30, 30), 1)
                : new BigDecimal(BigInteger.valueOf(g.anyLong()), g.between(0, 20));
    }

    private Instant instant() {
        long seconds = FROM + Math.floorMod(g.anyLong(), TO - FROM);
        return Instant.ofEpochSecond(seconds, g.oneIn(2) ? 0 : g.below(1000) * 1_000_000L);
    }

    private DateTime dateTime() {
        String local =
                Instant.ofEpochSecond(instant().getEpochSecond()).toString().replace("Z", "");
        String text = local + g.pick("", ".5", ".123456789") + g.pick("Z", "", "+02:00", "-11:30", "+14:00");
        return DateTime.parse(text).orElseThrow(() -> new AssertionError("Not a dateTime: " + text));
    }
}

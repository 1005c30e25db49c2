package dev.rollcall.conformance.server;

import dev.rollcall.scim.RollcallBuilder;
import dev.rollcall.scim.schema.ResourceTypeDefinition;
import dev.rollcall.scim.schema.Schema;
import java.io.InputStream;
import java.util.Objects;

/** A resource type of a host's own, with an attribute of every kind and an extension that every gauge must have. */
public final class Gauges {
    public static final String SCHEMA = "urn:example:params:scim:2.0:Gauge";
    public static final String OWNER = "urn:example:params:scim:2.0:Gauge:Owner";

    private Gauges() {}

    /** Registers the type. */
    public static RollcallBuilder register(RollcallBuilder builder) {
        return builder.schema(Schema.parse(open("gauge.json")))
                .schema(Schema.parse(open("gauge-owner.json")))
                .resourceType(ResourceTypeDefinition.parse(open("gauge-type.json")));
    }

    private static InputStream open(String name) {
        return Objects.requireNonNull(Gauges.class.getResourceAsStream(name), name);
    }

    /** The body of a gauge; more are further members, comma-separated. */
    public static String body(String name, String more) {
        return "{'schemas':['" + SCHEMA + "','" + OWNER + "'],'name':'" + name + "','" + OWNER + "':{'person':'ann'}"
                + (more.isEmpty() ? "" : "," + more) + "}";
    }
}

package dev.rollcall.conformance.server;

import dev.rollcall.scim.protocol.Options;
import dev.rollcall.scim.schema.ResourceTypeDefinition;
import dev.rollcall.scim.schema.Schema;
import java.io.InputStream;
import java.util.Objects;
import java.util.function.Supplier;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * A server that is not {@link StrictServer}'s, started once for all tests that ask for it; to be registered as a static
 * field. Each {@link Scim} is the client of a tenant of its own.
 */
public final class SharedServer implements ParameterResolver {
    private static final ExtensionContext.Namespace NAMESPACE = ExtensionContext.Namespace.create(SharedServer.class);

    /** URI of the schema of a Thing. */
    public static final String THING = "urn:example:params:scim:schemas:2.0:Thing";

    private final String name;
    private final Supplier<ScimServer> starts;

    private SharedServer(String name, Supplier<ScimServer> starts) {
        this.name = name;
        this.starts = starts;
    }

    /** The strict server with {@code /Things}, a type with an attribute of each type and of each characteristic. */
    public static SharedServer withThings() {
        return new SharedServer(
                "things",
                () -> ScimServer.start(rollcall -> rollcall.schema(Schema.parse(file("Thing.json")))
                        .resourceType(ResourceTypeDefinition.parse(file("ThingType.json")))));
    }

    /** A server as it is out of the box, which forgives what providers do. */
    public static SharedServer tolerant() {
        return new SharedServer("tolerant", () -> ScimServer.start(rollcall -> rollcall.options(Options.DEFAULT)));
    }

    /** The body of a thing; more are further members, comma-separated. */
    public static String thingBody(String name, String more) {
        return "{'schemas':['" + THING + "'],'name':'" + name + "','owners':[{'value':'mira'}]"
                + (more.isEmpty() ? "" : "," + more) + "}";
    }

    /** Creates a thing, and gives its id. */
    public static String thing(Scim scim, String name, String more) {
        Answer created = scim.post("/Things", thingBody(name, more));
        if (created.status() != 201) {
            throw new AssertionError("Not created: " + created);
        }
        return created.id();
    }

    private static InputStream file(String file) {
        return Objects.requireNonNull(SharedServer.class.getResourceAsStream(file), file);
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        return type == Scim.class || type == ScimServer.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        ScimServer server =
                context.getRoot().getStore(NAMESPACE).computeIfAbsent(name, key -> starts.get(), ScimServer.class);
        return parameter.getParameter().getType() == Scim.class ? server.newTenant() : server;
    }
}

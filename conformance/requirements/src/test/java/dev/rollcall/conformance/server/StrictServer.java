package dev.rollcall.conformance.server;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives each test that asks for a {@link Scim} the client of a tenant of its own, on one strict server for all tests,
 * which has {@link Gauges} too; and to who asks for a {@link ScimServer}, that server.
 */
public final class StrictServer implements ParameterResolver {
    private static final ExtensionContext.Namespace NAMESPACE = ExtensionContext.Namespace.create(StrictServer.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        return type == Scim.class || type == ScimServer.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        ScimServer server = context.getRoot()
                .getStore(NAMESPACE)
                .computeIfAbsent(ScimServer.class, key -> ScimServer.start(Gauges::register), ScimServer.class);
        return parameter.getParameter().getType() == Scim.class ? server.newTenant() : server;
    }
}

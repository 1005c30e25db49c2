package dev.rollcall.scim.testkit.store;

import dev.rollcall.scim.schema.ResourceType;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.Extension;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.TestTemplateInvocationContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContextProvider;

/** Gives each test that asks for it the resource types of the fixture, one after the other. */
final class TypesOfTheStore implements TestTemplateInvocationContextProvider {
    @Override
    public boolean supportsTestTemplate(ExtensionContext context) {
        return true;
    }

    @Override
    public Stream<TestTemplateInvocationContext> provideTestTemplateInvocationContexts(ExtensionContext context) {
        StoreFixture fixture = (StoreFixture) context.getRequiredTestInstance();
        return fixture.registry().resourceTypes().stream().map(With::new);
    }

    private record With(ResourceType type) implements TestTemplateInvocationContext, ParameterResolver {
        @Override
        public String getDisplayName(int invocationIndex) {
            return type.name();
        }

        @Override
        public List<Extension> getAdditionalExtensions() {
            return List.of(this);
        }

        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
            return parameter.getParameter().getType() == ResourceType.class;
        }

        @Override
        public ResourceType resolveParameter(ParameterContext parameter, ExtensionContext context) {
            return type;
        }
    }
}

package dev.rollcall.conformance.provisioning;

import dev.rollcall.scim.RollcallBuilder;
import dev.rollcall.scim.codec.Quirk;
import dev.rollcall.scim.protocol.Options;
import dev.rollcall.scim.provisioning.admin.CreatedCredential;
import dev.rollcall.scim.provisioning.mapping.MappingSettings;
import dev.rollcall.scim.provisioning.mapping.OrganizationMapping;
import dev.rollcall.scim.provisioning.mapping.RoleMapping;
import dev.rollcall.scim.provisioning.provider.CredentialType;
import dev.rollcall.scim.provisioning.provider.RequestRate;
import dev.rollcall.scim.schema.Schema;
import dev.rollcall.scim.testkit.conversation.Conversation;
import dev.rollcall.scim.testkit.conversation.ConversationTarget;
import dev.rollcall.scim.testkit.conversation.ConversationTests;
import dev.rollcall.scim.testkit.conversation.ServerOption;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** What identity providers say, with rules that are asked at every write: to the provider SCIM stays what it is. */
@ParameterizedClass
@EnumSource(Storage.class)
class ConversationsTest {
    @Parameter
    private Storage storage;

    @TestFactory
    Stream<DynamicTest> hold_with_the_rules_on() {
        return ConversationTests.dynamicTests(this::target);
    }

    private ConversationTarget target(Conversation conversation) {
        Host host = conversation.requires().contains(ServerOption.CUSTOM_EXTENSION)
                ? Host.with(storage, builder -> extended(builder, conversation))
                : Host.on(storage);
        Options options = options(conversation.requires());
        Customer customer = Customer.of(
                host,
                settings -> settings.with(
                        to -> to.requestRate(RequestRate.UNLIMITED).protocol(options)));
        String home = customer.rollcall.organizations(customer.tenant).defaultOrganization();
        customer.rollcall.organizations(customer.tenant).defaultRoles(home, Set.of("member"));
        customer.rollcall
                .mappings(customer.tenant, customer.providerId())
                .set(new MappingSettings(
                        OrganizationMapping.byAttribute("department").fallback(home),
                        new RoleMapping.ByGroups(List.of(), true)));
        CreatedCredential token = customer.rollcall
                .providers(customer.tenant)
                .credentials(customer.providerId())
                .add(CredentialType.OAUTH_TOKEN);
        return ConversationTarget.builder(URI.create(host.baseUrl))
                .token(token.token())
                .options(conversation.requires())
                .build();
    }

    private static RollcallBuilder extended(RollcallBuilder builder, Conversation conversation) {
        for (String schema : conversation.config().orElseThrow().extensionSchemas()) {
            builder.extension("User", Schema.parse(new ByteArrayInputStream(schema.getBytes(StandardCharsets.UTF_8))));
        }
        return builder;
    }

    private static Options options(Set<ServerOption> required) {
        Options options = Options.DEFAULT
                .withUniqueGroupDisplayName(required.contains(ServerOption.UNIQUE_GROUP_DISPLAY_NAME))
                .withStrictMemberReferences(required.contains(ServerOption.STRICT_MEMBER_REFERENCES));
        return required.contains(ServerOption.LENIENT_JSON_STRING_VALUE)
                ? options.withTolerance(options.tolerance()
                        .with(Quirk.ofOption(ServerOption.LENIENT_JSON_STRING_VALUE.key())
                                .orElseThrow()))
                : options;
    }
}

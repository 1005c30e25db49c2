package dev.rollcall.examples.server;

import dev.rollcall.scim.protocol.Options;
import dev.rollcall.scim.provisioning.provider.RequestRate;
import dev.rollcall.scim.schema.ResourceTypeBundle;
import dev.rollcall.scim.schema.Schema;
import dev.rollcall.scim.servlet.AccessLog;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the command line says. Immutable.
 *
 * @param port the port to listen on, 0 to 65535; 0 picks a free one
 * @param data where resources and credentials are kept
 * @param token a bearer token that is accepted beside those that are kept; null for none
 * @param newCredentials whether new credentials are made in the place of all that are kept
 * @param baseUrl the public SCIM base URL, without a slash at the end; null for that of each request
 * @param trustedProxies addresses and ranges of proxies that are believed
 * @param rate how many requests the provider may make; null for what is set for it
 * @param accessLog what is written of each request; null for nothing
 * @param behaviour how clients are treated; null for what is set for the provider
 * @param extensions schemas that extend User
 * @param resourceTypes resource types beside User and Group, with their schemas
 */
public record ServerOptions(
        int port,
        DataPlace data,
        @Nullable String token,
        boolean newCredentials,
        @Nullable String baseUrl,
        List<String> trustedProxies,
        @Nullable RequestRate rate,
        @Nullable AccessLog accessLog,
        @Nullable Options behaviour,
        List<Schema> extensions,
        List<ResourceTypeBundle> resourceTypes) {
    /** Copies the lists. */
    public ServerOptions {
        trustedProxies = List.copyOf(trustedProxies);
        extensions = List.copyOf(extensions);
        resourceTypes = List.copyOf(resourceTypes);
    }

    /**
     * Reads a command line.
     *
     * @throws RuntimeException if it cannot be understood; the message is for people
     */
    public static ServerOptions parse(String... arguments) {
        return parse(System.getenv(), arguments);
    }

    static ServerOptions parse(Map<String, String> environment, String... arguments) {
        Arguments given = Arguments.of(arguments);
        if (given.value("--token") != null && given.value("--credentials") != null) {
            throw new UsageException("--token and --credentials are two ways to log in; take one");
        }
        List<Schema> extensions = given.values("--extension").stream()
                .map(DefinitionFiles::schema)
                .toList();
        List<ResourceTypeBundle> resourceTypes = given.values("--resource-type").stream()
                .map(DefinitionFiles::resourceType)
                .toList();
        return new ServerOptions(
                OptionValues.port(given.value("--port", "8080")),
                DataPlace.of("--data", given.value("--data", "rollcall-data"), environment),
                OptionValues.token(given.value("--token")),
                OptionValues.newCredentials(given.value("--credentials")),
                OptionValues.baseUrl(given.value("--base-url")),
                given.values("--trusted-proxy"),
                OptionValues.rate(given.value("--rate")),
                OptionValues.accessLog(given.value("--access-log")),
                given.values("--option").isEmpty()
                        ? null
                        : Behaviour.of(given.values("--option"), !extensions.isEmpty()),
                extensions,
                resourceTypes);
    }

    /** Without the token, which is a secret. */
    @Override
    public String toString() {
        return "ServerOptions[port=" + port + ", data=" + data + ", token="
                + (token == null ? "none" : "***") + ", baseUrl=" + baseUrl + ", trustedProxies="
                + trustedProxies + ", rate=" + rate + ", behaviour=" + behaviour
                + ", extensions=" + extensions + ", resourceTypes=" + resourceTypes + "]";
    }
}

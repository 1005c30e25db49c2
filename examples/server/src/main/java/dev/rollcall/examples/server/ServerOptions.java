package dev.rollcall.examples.server;

import dev.rollcall.scim.protocol.Options;
import dev.rollcall.scim.schema.Schema;
import dev.rollcall.scim.servlet.AccessLog;
import dev.rollcall.scim.servlet.RequestRate;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the command line says. Immutable.
 *
 * @param port the port to listen on, 0 to 65535; 0 picks a free one
 * @param data the folder for the database and the credentials; null keeps both in memory
 * @param token a bearer token that is accepted beside those in the data folder; null for none
 * @param baseUrl the public SCIM base URL, without a slash at the end; null for that of each request
 * @param trustedProxies addresses and ranges of proxies that are believed
 * @param rate how many requests the provider may make
 * @param accessLog what is written of each request; null for nothing
 * @param behaviour how clients are treated
 * @param extensions schemas that extend User
 */
public record ServerOptions(
        int port,
        @Nullable Path data,
        @Nullable String token,
        @Nullable String baseUrl,
        List<String> trustedProxies,
        RequestRate rate,
        @Nullable AccessLog accessLog,
        Options behaviour,
        List<Schema> extensions) {
    /** Copies the lists. */
    public ServerOptions {
        trustedProxies = List.copyOf(trustedProxies);
        extensions = List.copyOf(extensions);
    }

    /**
     * Reads a command line.
     *
     * @throws RuntimeException if it cannot be understood; the message is for people
     */
    public static ServerOptions parse(String... arguments) {
        Arguments given = Arguments.of(arguments);
        List<Schema> extensions =
                given.values("--extension").stream().map(OptionValues::schema).toList();
        return new ServerOptions(
                OptionValues.port(given.value("--port", "8080")),
                OptionValues.folder(given.value("--data", "rollcall-data")),
                OptionValues.token(given.value("--token")),
                OptionValues.baseUrl(given.value("--base-url")),
                given.values("--trusted-proxy"),
                OptionValues.rate(given.value("--rate")),
                OptionValues.accessLog(given.value("--access-log")),
                Behaviour.of(given.values("--option"), !extensions.isEmpty()),
                extensions);
    }

    /** Without the token, which is a secret. */
    @Override
    public String toString() {
        return "ServerOptions[port=" + port + ", data=" + data + ", token="
                + (token == null ? "none" : "***") + ", baseUrl=" + baseUrl + ", trustedProxies="
                + trustedProxies + ", rate=" + rate + ", behaviour=" + behaviour
                + ", extensions=" + extensions + "]";
    }
}

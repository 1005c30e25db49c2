package dev.rollcall.scim.testkit.conversation.wire;

import static dev.rollcall.scim.testkit.conversation.wire.ScriptedServer.bytes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Duration;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TlsOnTheWireTest {
    private static final char[] PASSWORD = "not-a-secret".toCharArray();
    private static final WireRequest REQUEST = new WireRequest("GET", "/x?", List.of(), null);

    @TempDir
    private Path folder;

    @Test
    void a_request_goes_through_tls_to_a_trusted_host() throws Exception {
        var context = contextFor("ip:127.0.0.1");
        try (var server = serve(context)) {
            var response = new WireClient(server.url(), Duration.ofSeconds(20), context).exchange(REQUEST);

            assertThat(response.status()).isEqualTo(204);
            assertThat(server.requests()).singleElement().asString().startsWith("GET /x? HTTP/1.1\r\n");
        }
    }

    @Test
    void a_certificate_that_nobody_trusts_is_refused() throws Exception {
        try (var server = serve(contextFor("ip:127.0.0.1"))) {
            var client = new WireClient(server.url(), Duration.ofSeconds(20), SSLContext.getDefault());

            assertThatThrownBy(() -> client.exchange(REQUEST)).isInstanceOf(IOException.class);
            assertThat(server.requests()).noneMatch(request -> request.startsWith("GET"));
        }
    }

    @Test
    void a_trusted_certificate_of_another_host_is_refused() throws Exception {
        var context = contextFor("dns:other.example.com");
        try (var server = serve(context)) {
            var client = new WireClient(server.url(), Duration.ofSeconds(20), context);

            assertThatThrownBy(() -> client.exchange(REQUEST)).isInstanceOf(IOException.class);
            assertThat(server.requests()).noneMatch(request -> request.startsWith("GET"));
        }
    }

    private static ScriptedServer serve(SSLContext context) throws IOException {
        var socket = context.getServerSocketFactory().createServerSocket(0, 50, InetAddress.getByName("127.0.0.1"));
        return ScriptedServer.start(socket, "https", request -> bytes("HTTP/1.1 204 No Content\r\n\r\n"));
    }

    /** One key, self-signed for the name, which both sides have and trust. */
    private SSLContext contextFor(String name) throws IOException, GeneralSecurityException, InterruptedException {
        var file = folder.resolve("keys.p12");
        var made = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "server",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=test",
                        "-ext",
                        "san=" + name,
                        "-storetype",
                        "PKCS12",
                        "-storepass",
                        new String(PASSWORD),
                        "-keystore",
                        file.toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertThat(made.waitFor()).isZero();
        var keys = KeyStore.getInstance("PKCS12");
        try (var in = Files.newInputStream(file)) {
            keys.load(in, PASSWORD);
        }
        var own = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        own.init(keys, PASSWORD);
        var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(keys);
        var context = SSLContext.getInstance("TLS");
        context.init(own.getKeyManagers(), trust.getTrustManagers(), null);
        return context;
    }
}

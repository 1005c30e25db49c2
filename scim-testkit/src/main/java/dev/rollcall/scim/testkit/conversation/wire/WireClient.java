package dev.rollcall.scim.testkit.conversation.wire;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/** Opens connections to one HTTP server, each for a single request; thread-safe. */
public final class WireClient {
    private final boolean tls;
    private final String host;
    private final int port;
    private final Duration timeout;
    private final SSLContext trust;

    /**
     * @param server an http or https URI; only its scheme, host and port matter
     * @param timeout for connecting, and again for one request with its response
     * @throws IllegalArgumentException if the URI is of another kind
     */
    public WireClient(URI server, Duration timeout, SSLContext trust) {
        var scheme = String.valueOf(server.getScheme()).toLowerCase(Locale.ROOT);
        if (!(scheme.equals("http") || scheme.equals("https")) || server.getHost() == null) {
            throw new IllegalArgumentException("not an http or https URL: " + server);
        }
        if (server.getPort() > 65535) {
            throw new IllegalArgumentException("no such port: " + server);
        }
        this.tls = scheme.equals("https");
        this.host = server.getHost();
        this.port = server.getPort();
        this.timeout = timeout;
        this.trust = trust;
    }

    /** Sends one request on a connection of its own. */
    public WireResponse exchange(WireRequest request) throws IOException {
        try (var connection = open()) {
            return connection.exchange(request);
        }
    }

    /** A connection that is open, with TLS agreed where the scheme is https. */
    public WireConnection open() throws IOException {
        var socket = new Socket();
        try {
            socket.connect(address(), Math.toIntExact(timeout.toMillis()));
            socket.setTcpNoDelay(true);
            return new WireConnection(tls ? secured(socket) : socket, hostHeader(), timeout);
        } catch (IOException e) {
            socket.close();
            throw new IOException("no connection to " + hostHeader() + ": " + e.getMessage(), e);
        }
    }

    private InetSocketAddress address() throws IOException {
        var address = new InetSocketAddress(unbracketed(), port >= 0 ? port : tls ? 443 : 80);
        if (address.isUnresolved()) {
            throw new IOException("the host is not known");
        }
        return address;
    }

    private SSLSocket secured(Socket socket) throws IOException {
        socket.setSoTimeout(Math.toIntExact(timeout.toMillis()));
        var secured = (SSLSocket) trust.getSocketFactory().createSocket(socket, unbracketed(), socket.getPort(), true);
        var parameters = secured.getSSLParameters();
        // A bare socket would accept the certificate of any other host.
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        secured.setSSLParameters(parameters);
        secured.startHandshake();
        return secured;
    }

    private String unbracketed() {
        return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    }

    /** RFC 9110 §7.2: with the port unless it is left out of the URI. */
    private String hostHeader() {
        return port >= 0 ? host + ":" + port : host;
    }
}

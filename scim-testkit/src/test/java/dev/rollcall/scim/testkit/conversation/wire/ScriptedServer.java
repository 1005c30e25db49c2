package dev.rollcall.scim.testkit.conversation.wire;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/** A server on a raw socket: keeps every request byte for byte (as Latin-1) and answers what its script says. */
public final class ScriptedServer implements Closeable {
    private final ServerSocket socket;
    private final String scheme;
    private final Function<String, byte[]> script;
    private final List<String> requests = new CopyOnWriteArrayList<>();

    private ScriptedServer(ServerSocket socket, String scheme, Function<String, byte[]> script) {
        this.socket = socket;
        this.scheme = scheme;
        this.script = script;
    }

    /** @param script from a request to the bytes of its response; called by many threads */
    public static ScriptedServer answering(Function<String, byte[]> script) throws IOException {
        return start(new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1")), "http", script);
    }

    public static ScriptedServer answering(String response) throws IOException {
        return answering(request -> bytes(response));
    }

    static ScriptedServer start(ServerSocket socket, String scheme, Function<String, byte[]> script) {
        var server = new ScriptedServer(socket, scheme, script);
        daemon(server::accept);
        return server;
    }

    public static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    public URI url() {
        return URI.create(scheme + "://127.0.0.1:" + socket.getLocalPort() + "/scim/v2");
    }

    public String authority() {
        return "127.0.0.1:" + socket.getLocalPort();
    }

    public List<String> requests() {
        return List.copyOf(requests);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    private void accept() {
        while (!socket.isClosed()) {
            try {
                var connection = socket.accept();
                daemon(() -> answer(connection));
            } catch (IOException e) {
                if (!socket.isClosed()) {
                    throw new IllegalStateException(e);
                }
            }
        }
    }

    private void answer(Socket connection) {
        try (connection) {
            var request = read(connection.getInputStream());
            if (request.isEmpty()) {
                return;
            }
            requests.add(request);
            connection.getOutputStream().write(script.apply(request));
            connection.getOutputStream().flush();
        } catch (IOException e) {
            requests.add("broken off: " + e);
        }
    }

    private static String read(InputStream in) throws IOException {
        var head = new ByteArrayOutputStream();
        while (!head.toString(StandardCharsets.ISO_8859_1).endsWith("\r\n\r\n")) {
            int octet = in.read();
            if (octet < 0) {
                return head.toString(StandardCharsets.ISO_8859_1);
            }
            head.write(octet);
        }
        var text = head.toString(StandardCharsets.ISO_8859_1);
        int length = text.lines()
                .filter(line -> line.toLowerCase(Locale.ROOT).startsWith("content-length:"))
                .mapToInt(line -> Integer.parseInt(line.split(":")[1].strip()))
                .findFirst()
                .orElse(0);
        return text + new String(in.readNBytes(length), StandardCharsets.ISO_8859_1);
    }

    private static void daemon(Runnable work) {
        var thread = new Thread(work, "scripted-server");
        thread.setDaemon(true);
        thread.start();
    }
}

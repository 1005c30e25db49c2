package dev.rollcall.scim.testkit.conversation.wire;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** The bytes of a request (RFC 9112 §3): what it lists, and Host, Content-Length and Connection where they are missing. */
final class RequestBytes {
    private RequestBytes() {}

    static byte[] of(WireRequest request, String host) {
        var head = new StringBuilder()
                .append(request.method())
                .append(' ')
                .append(request.target())
                .append(" HTTP/1.1\r\n");
        byte[] body = request.body();
        if (!request.has("Host")) {
            field(head, "Host", host);
        }
        request.headers().forEach(header -> field(head, header.name(), header.value()));
        if (body != null && !request.has("Content-Length")) {
            field(head, "Content-Length", Integer.toString(body.length));
        }
        if (!request.has("Connection")) {
            field(head, "Connection", "close");
        }
        head.append("\r\n");
        var bytes = new ByteArrayOutputStream();
        bytes.writeBytes(head.toString().getBytes(StandardCharsets.UTF_8));
        if (body != null) {
            bytes.writeBytes(body);
        }
        return bytes.toByteArray();
    }

    private static void field(StringBuilder head, String name, String value) {
        head.append(name).append(": ").append(value).append("\r\n");
    }
}

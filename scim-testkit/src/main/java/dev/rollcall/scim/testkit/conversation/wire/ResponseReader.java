package dev.rollcall.scim.testkit.conversation.wire;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Reads one final response from a connection (RFC 9112 §4 to §6); not thread-safe. */
final class ResponseReader {
    private static final Pattern STATUS_LINE = Pattern.compile("HTTP/1\\.[01] (\\d{3})(?: .*)?");

    private final InputStream in;

    ResponseReader(InputStream in) {
        this.in = new BufferedInputStream(in);
    }

    WireResponse read(String method) throws IOException {
        while (true) {
            var lines = new LineReader(in, "head");
            int status = status(lines.next());
            var headers = headers(lines);
            // Interim responses precede the final one (RFC 9110 §15.2).
            if (status >= 200) {
                var body = new BodyReader(in, headers);
                return new WireResponse(status, headers, hasBody(method, status) ? body.read() : new byte[0]);
            }
        }
    }

    /** RFC 9112 §6.3. */
    private static boolean hasBody(String method, int status) {
        return !method.equals("HEAD") && status != 204 && status != 304;
    }

    private static int status(String line) throws IOException {
        var matcher = STATUS_LINE.matcher(line);
        if (!matcher.matches()) {
            throw new IOException("not an HTTP/1.1 status line: '" + line + "'");
        }
        return Integer.parseInt(matcher.group(1));
    }

    private static List<Header> headers(LineReader lines) throws IOException {
        List<Header> headers = new ArrayList<>();
        for (var line = lines.next(); !line.isEmpty(); line = lines.next()) {
            int colon = line.indexOf(':');
            try {
                headers.add(new Header(
                        line.substring(0, Math.max(colon, 0)),
                        line.substring(colon + 1).strip()));
            } catch (IllegalArgumentException e) {
                throw new IOException("not a header line in the response: '" + line + "'", e);
            }
        }
        return headers;
    }
}

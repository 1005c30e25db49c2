package dev.rollcall.benchmarks.http;

import dev.rollcall.scim.protocol.Caller;
import dev.rollcall.scim.protocol.ScimRequest;
import dev.rollcall.scim.protocol.ScimResponse;
import dev.rollcall.scim.protocol.ScimService;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Calls a service in this process, without HTTP: what HTTP costs would hide what the store does. Thread-safe. */
public record LocalClient(ScimService service, Caller caller) implements ScimClient {
    private static final Map<String, String> HEADERS = Map.of("content-type", ScimResponse.MEDIA_TYPE);

    /** The provider that all tenants of the benchmarks have. */
    public static Caller callerOf(String tenant) {
        return Caller.ofProvider(tenant, "okta", "Okta");
    }

    @Override
    public Reply send(String method, String target, String body) throws IOException {
        ScimResponse response = service.handle(request(method, target, body));
        ByteArrayOutputStream out = new ByteArrayOutputStream(2048);
        if (response.content() != null) {
            response.content().writeTo(out);
        }
        if (response.status() >= 300) {
            throw new IOException(method + " " + target + " was answered with " + response.status() + ": " + out);
        }
        return new Reply(response.status(), out.toByteArray());
    }

    /** The request as the servlet would make it. */
    public ScimRequest request(String method, String target, String body) {
        return request(method, target, body.getBytes(StandardCharsets.UTF_8));
    }

    /** The same with the bytes of the body. */
    public ScimRequest request(String method, String target, byte[] body) {
        int query = target.indexOf('?');
        String path = query < 0 ? target : target.substring(0, query);
        Map<String, List<String>> parameters = new HashMap<>();
        if (query >= 0) {
            for (String parameter : target.substring(query + 1).split("&")) {
                int equals = parameter.indexOf('=');
                parameters.put(
                        parameter.substring(0, equals),
                        List.of(URLDecoder.decode(parameter.substring(equals + 1), StandardCharsets.UTF_8)));
            }
        }
        return new ScimRequest(
                method,
                Arrays.asList(path.substring(1).split("/")),
                parameters,
                HEADERS,
                new ByteArrayInputStream(body),
                "https://scim.example.com/v2",
                "benchmark",
                caller);
    }
}

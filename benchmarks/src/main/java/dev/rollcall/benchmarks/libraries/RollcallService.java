package dev.rollcall.benchmarks.libraries;

import dev.rollcall.benchmarks.contest.Service;
import dev.rollcall.benchmarks.http.LocalClient;
import dev.rollcall.scim.Rollcall;
import dev.rollcall.scim.protocol.ScimResponse;
import dev.rollcall.scim.protocol.ScimService;
import dev.rollcall.scim.store.memory.InMemoryStore;
import java.io.ByteArrayOutputStream;

/** Rollcall on its store in memory, without provisioning rules and without HTTP. */
final class RollcallService implements Service {
    private final ScimService service;
    private final LocalClient client;

    private RollcallService(ScimService service) {
        this.service = service;
        this.client = new LocalClient(service, LocalClient.callerOf("acme"));
    }

    static RollcallService empty() {
        return new RollcallService(
                Rollcall.builder().store(InMemoryStore.create()).build().scim());
    }

    @Override
    public Reply handle(String method, String target, byte[] body) throws Exception {
        ScimResponse response = service.handle(client.request(method, target, body));
        ByteArrayOutputStream out = new ByteArrayOutputStream(4096);
        if (response.content() != null) {
            response.content().writeTo(out);
        }
        return new Reply(response.status(), out.toByteArray());
    }
}

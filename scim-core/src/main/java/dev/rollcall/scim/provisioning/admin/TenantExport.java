package dev.rollcall.scim.provisioning.admin;

import dev.rollcall.scim.codec.DocumentCodec;
import dev.rollcall.scim.json.JsonWriter;
import dev.rollcall.scim.protocol.GroupGraph;
import dev.rollcall.scim.provisioning.Provisioning;
import dev.rollcall.scim.provisioning.account.AccountQuery;
import dev.rollcall.scim.provisioning.hold.LegalHold;
import dev.rollcall.scim.provisioning.log.SyncLogQuery;
import dev.rollcall.scim.provisioning.provider.Credential;
import dev.rollcall.scim.provisioning.provider.Provider;
import dev.rollcall.scim.provisioning.store.ProvisioningCodec;
import dev.rollcall.scim.provisioning.store.ProvisioningUnit;
import dev.rollcall.scim.provisioning.tenant.Tenant;
import dev.rollcall.scim.resource.GroupView;
import dev.rollcall.scim.resource.Resource;
import dev.rollcall.scim.schema.ResourceType;
import dev.rollcall.scim.store.IdRange;
import dev.rollcall.scim.store.Member;
import dev.rollcall.scim.store.MemberPage;
import dev.rollcall.scim.store.Scope;
import dev.rollcall.scim.store.StoreQuery;
import java.io.OutputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Writes all that is kept of a tenant, page by page, each in a unit of work of its own: nobody waits for who reads it. */
final class TenantExport {
    private static final int PAGE = 500;

    private final Provisioning parts;
    private final String tenant;

    TenantExport(Provisioning parts, String tenant) {
        this.parts = parts;
        this.tenant = tenant;
    }

    void to(OutputStream stream) {
        Tenant found = read(state -> state.tenants().find(tenant)).orElseThrow(() -> Lookups.noTenant(tenant));
        List<Provider> providers = read(state -> state.providers().list(tenant));
        // Closed at the end alone: half an export must not look like a whole one.
        JsonWriter out = JsonWriter.to(stream);
        out.startObject();
        out.name("tenant").json(ProvisioningCodec.encode(found));
        array(out, "organizations", read(state -> state.organizations().list(tenant)), ProvisioningCodec::encode);
        array(out, "providers", providers, ProvisioningCodec::encode);
        credentials(out, providers);
        pages(
                out,
                "accounts",
                after -> read(state -> state.accounts().list(tenant, AccountQuery.ALL, after, PAGE)),
                account -> account.id(),
                ProvisioningCodec::encode);
        holds(out);
        resources(out, providers);
        pages(
                out,
                "syncLog",
                after -> read(state -> state.log().list(tenant, SyncLogQuery.ALL, after, PAGE)),
                entry -> entry.id(),
                ProvisioningCodec::encode);
        out.endObject();
        out.close();
    }

    private <T> T read(Function<ProvisioningUnit, T> work) {
        return parts.read(work);
    }

    private static <T> void array(JsonWriter out, String name, List<T> values, Function<T, byte[]> encode) {
        out.name(name).startArray();
        values.forEach(value -> out.json(encode.apply(value)));
        out.endArray();
    }

    private static <T> void pages(
            JsonWriter out,
            String name,
            Function<@Nullable String, List<T>> page,
            Function<T, String> id,
            Function<T, byte[]> encode) {
        out.name(name).startArray();
        String after = null;
        List<T> values;
        do {
            values = page.apply(after);
            for (T value : values) {
                out.json(encode.apply(value));
                after = id.apply(value);
            }
        } while (values.size() == PAGE);
        out.endArray();
    }

    /** What each provider logs in with, without the hash. */
    private void credentials(JsonWriter out, List<Provider> providers) {
        out.name("credentials").startArray();
        for (Provider provider : providers) {
            for (Credential credential : read(state -> state.credentials().list(tenant, provider.id()))) {
                out.startObject();
                out.name("id").string(credential.id());
                out.name("provider").string(credential.provider());
                out.name("type").string(credential.type().name());
                out.name("userName").string(credential.userName());
                out.name("created").string(credential.created().toString());
                if (credential.expires() != null) {
                    out.name("expires").string(credential.expires().toString());
                }
                if (credential.revoked() != null) {
                    out.name("revoked").string(credential.revoked().toString());
                }
                out.endObject();
            }
        }
        out.endArray();
    }

    private void holds(JsonWriter out) {
        out.name("holds").startArray();
        for (LegalHold hold : read(state -> state.holds().list(tenant))) {
            out.startObject();
            out.name("hold").json(ProvisioningCodec.encode(hold));
            out.name("accounts").startArray();
            String after = null;
            List<String> accounts;
            do {
                String from = after;
                accounts = read(state -> state.holds().accountsOf(tenant, hold.id(), from, PAGE));
                for (String account : accounts) {
                    out.string(account);
                    after = account;
                }
            } while (accounts.size() == PAGE);
            out.endArray();
            out.endObject();
        }
        out.endArray();
    }

    private void resources(JsonWriter out, List<Provider> providers) {
        out.name("resources").startArray();
        for (ResourceType type : parts.registry().resourceTypes()) {
            String after = null;
            List<Resource> page;
            do {
                String from = after;
                page = resources(type, from);
                Map<String, String> owners = owners(type, page, providers);
                for (Resource resource : page) {
                    resource(out, resource, owners.get(resource.id()));
                    after = resource.id();
                }
            } while (page.size() == PAGE);
        }
        out.endArray();
    }

    private List<Resource> resources(ResourceType type, @Nullable String after) {
        StoreQuery query = StoreQuery.all(type).within(IdRange.after(after)).page(0, PAGE);
        return parts.store().read(unit -> {
            try (Stream<Resource> found = unit.resources().query(Scope.ofTenant(tenant), query)) {
                return found.toList();
            }
        });
    }

    private Map<String, String> owners(ResourceType type, List<Resource> page, List<Provider> providers) {
        List<String> ids = page.stream().map(Resource::id).toList();
        Map<String, String> owners = new HashMap<>();
        for (Provider provider : providers) {
            Scope scope = new Scope(tenant, provider.id());
            parts.store()
                    .read(unit -> unit.resources().findAll(scope, type, ids))
                    .keySet()
                    .forEach(id -> owners.put(id, provider.id()));
        }
        return owners;
    }

    private void resource(JsonWriter out, Resource resource, @Nullable String owner) {
        out.startObject();
        out.name("id").string(resource.id());
        out.name("resourceType").string(resource.type().name());
        if (owner != null) {
            out.name("provider").string(owner);
        }
        out.name("created").string(resource.meta().created().toString());
        out.name("lastModified").string(resource.meta().lastModified().toString());
        out.name("document").json(DocumentCodec.encode(resource));
        if (resource.type().isBaseSchema(GroupView.SCHEMA)) {
            members(out, resource);
        }
        out.endObject();
    }

    private void members(JsonWriter out, Resource group) {
        out.name("members").startArray();
        String next = null;
        do {
            String from = next;
            MemberPage page = parts.store()
                    .read(unit -> GroupGraph.of(unit, Scope.ofTenant(tenant), parts.registry())
                            .members(group, from, PAGE));
            page.members().stream().map(Member::id).forEach(out::string);
            next = page.next();
        } while (next != null);
        out.endArray();
    }
}

package dev.rollcall.scim.provisioning.engine;

import dev.rollcall.scim.protocol.ScimRequest;
import dev.rollcall.scim.provisioning.Provisioning;
import dev.rollcall.scim.provisioning.account.Account;
import dev.rollcall.scim.provisioning.provider.Provider;
import dev.rollcall.scim.resource.Resource;
import dev.rollcall.scim.schema.ResourceType;
import dev.rollcall.scim.store.Key;
import dev.rollcall.scim.store.KeyFactory;
import dev.rollcall.scim.store.Scope;
import dev.rollcall.scim.store.StoreQuery;
import dev.rollcall.scim.store.UnitOfWork;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a refused request was about, as the host sees it. Immutable and thread-safe.
 *
 * @param id the id of the account, or of the group; null if there is none
 * @param name what it is called; null if there is none
 * @param whose whom it belongs to, if not to who asked; null otherwise
 */
record RefusedSubject(
        @Nullable String id,
        @Nullable String name,
        @Nullable String whose) {
    private static final RefusedSubject UNKNOWN = new RefusedSubject(null, null, null);

    static RefusedSubject of(Provisioning parts, UnitOfWork unit, ScimRequest request, @Nullable Key taken) {
        if (request.path().isEmpty()) {
            return UNKNOWN;
        }
        String endpoint = "/" + request.path().get(0);
        Optional<ResourceType> type = parts.registry().resourceTypes().stream()
                .filter(one -> one.endpoint().equals(endpoint))
                .findFirst();
        return type.flatMap(known -> new Search(parts, unit, request).find(known, taken))
                .orElse(UNKNOWN);
    }

    /** Whether it is there, and belongs to somebody else than who asked. */
    boolean foreign() {
        return whose != null;
    }

    private record Search(Provisioning parts, UnitOfWork unit, ScimRequest request) {
        private Optional<RefusedSubject> find(ResourceType type, @Nullable Key taken) {
            if (taken != null) {
                // It is the other resource that somebody has to look at, whatever was to be written.
                return holder(type, taken).map(found -> subject(found, "the " + taken.path() + " is that of a "));
            }
            if (request.path().size() != 2) {
                return Optional.empty();
            }
            String id = request.path().get(1);
            if (id.chars().anyMatch(Character::isISOControl)) {
                // Not every store can even be asked for one.
                return Optional.empty();
            }
            return unit.resources().find(whole(), type, id).map(found -> subject(found, "this is a "));
        }

        private Scope whole() {
            return Scope.ofTenant(request.caller().tenant());
        }

        private Optional<Resource> holder(ResourceType type, Key taken) {
            try (Stream<Resource> found =
                    unit.resources().query(whole(), StoreQuery.all(type).narrowedBy(List.of(taken)))) {
                return found.filter(one -> KeyFactory.standard()
                                .stored(one)
                                .key(taken.path())
                                .filter(taken.value()::equals)
                                .isPresent())
                        .findFirst();
            }
        }

        private RefusedSubject subject(Resource found, String how) {
            String kind = found.type().name();
            String name =
                    found.text("userName").or(() -> found.text("displayName")).orElse(null);
            String id = switch (kind) {
                case "User" ->
                    parts.state()
                            .in(unit)
                            .accounts()
                            .findByUser(request.caller().tenant(), found.id())
                            .map(Account::id)
                            .orElse(null);
                case "Group" -> found.id();
                default -> null;
            };
            return new RefusedSubject(id, name, isVisible(found) ? null : how + kind + " of " + owner(found));
        }

        private boolean isVisible(Resource found) {
            return isIn(request.caller().scope(), found);
        }

        private boolean isIn(Scope scope, Resource found) {
            return unit.resources().find(scope, found.type(), found.id()).isPresent();
        }

        private String owner(Resource found) {
            String tenant = request.caller().tenant();
            for (Provider provider : parts.state().in(unit).providers().list(tenant)) {
                if (isIn(new Scope(tenant, provider.id()), found)) {
                    return "the provider \"" + provider.settings().displayName()
                            + "\", which this provider can neither see nor change";
                }
            }
            return "the host application, which no provider can see or change";
        }
    }
}

package dev.rollcall.scim.servlet;

import dev.rollcall.scim.patch.RelationDelta;
import dev.rollcall.scim.store.Capabilities;
import dev.rollcall.scim.store.Member;
import dev.rollcall.scim.store.MemberPage;
import dev.rollcall.scim.store.MembershipChange;
import dev.rollcall.scim.store.MembershipStore;
import dev.rollcall.scim.store.ResourceStore;
import dev.rollcall.scim.store.Scope;
import dev.rollcall.scim.store.Store;
import dev.rollcall.scim.store.UnitOfWork;
import dev.rollcall.scim.store.memory.InMemoryStore;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** A store in which every group has many members, of whom only the first page can be read. */
record BrokenMembers(Store real) implements Store {
    static Store create() {
        return new BrokenMembers(InMemoryStore.create());
    }

    @Override
    public <T> T write(Function<UnitOfWork, T> work) {
        return real.write(unit -> work.apply(new Unit(unit)));
    }

    @Override
    public <T> T read(Function<UnitOfWork, T> work) {
        return real.read(unit -> work.apply(new Unit(unit)));
    }

    @Override
    public Capabilities capabilities() {
        return real.capabilities();
    }

    private record Unit(UnitOfWork real) implements UnitOfWork {
        @Override
        public boolean writes() {
            return real.writes();
        }

        @Override
        public void onEnd(Ending ending) {
            real.onEnd(ending);
        }

        @Override
        public ResourceStore resources() {
            return real.resources();
        }

        @Override
        public Optional<MembershipStore> memberships() {
            return real.memberships().map(Relation::new);
        }
    }

    private record Relation(MembershipStore real) implements MembershipStore {
        @Override
        public MemberPage members(Scope scope, String groupId, @Nullable String after, int limit) {
            if (after != null) {
                throw new IllegalStateException("the second page is gone");
            }
            List<Member> page = IntStream.range(0, limit)
                    .mapToObj(i -> new Member("member-" + i, "User", "Member " + i))
                    .toList();
            return new MemberPage(page, "second");
        }

        @Override
        public MembershipChange apply(Scope scope, String groupId, RelationDelta delta) {
            return real.apply(scope, groupId, delta);
        }

        @Override
        public long count(Scope scope, String groupId) {
            return real.count(scope, groupId);
        }

        @Override
        public Set<String> membersAmong(Scope scope, String groupId, Collection<String> ids) {
            return real.membersAmong(scope, groupId, ids);
        }

        @Override
        public Map<String, List<Member>> groupsOf(Scope scope, Collection<String> memberIds) {
            return real.groupsOf(scope, memberIds);
        }

        @Override
        public Set<String> removeAll(Scope scope, String id) {
            return real.removeAll(scope, id);
        }
    }
}

package dev.rollcall.scim.protocol;

import static org.assertj.core.api.Assertions.assertThat;

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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a change of a large group asks of the store: only those who join or leave. */
class MemberCostTest {
    private static final int SIZE = 1_500;

    private final Counting store = new Counting(InMemoryStore.create());
    private final Server server = new Server(store);
    private String group = "";
    private String stranger = "";
    private String member = "";

    @BeforeEach
    void a_group_of_many() {
        List<String> ids =
                IntStream.range(0, SIZE).mapToObj(i -> server.user("m" + i)).toList();
        group = server.group("Many", ids.toArray(String[]::new));
        member = ids.get(7);
        stranger = server.user("stranger");
        store.reset();
    }

    @Test
    void adding_a_member_reads_no_other() {
        Server.Answer answer = server.patch(
                "/Groups/" + group, "{'op':'add','path':'members','value':[{'value':'" + stranger + "'}]}");
        assertThat(answer.status()).isEqualTo(204);
        assertThat(answer.headers()).containsKey("ETag");
        assertThat(answer.text()).isEmpty();
        assertThat(store.membersRead).isZero();
        assertThat(store.idsNamed).isEqualTo(1);
    }

    @Test
    void removing_a_member_reads_no_other() {
        server.patch("/Groups/" + group, "{'op':'remove','path':'members[value eq \\\"" + member + "\\\"]'}");
        assertThat(store.membersRead).isZero();
        server.patch("/Groups/" + group, "{'op':'remove','path':'members','value':[{'value':'" + stranger + "'}]}");
        assertThat(store.membersRead).isZero();
        assertThat(store.idsNamed).isLessThanOrEqualTo(4);
        long left = store.read(u -> u.memberships().orElseThrow().count(new Scope("acme", "okta"), group));
        assertThat(left).isEqualTo(SIZE - 1);
    }

    @Test
    void renaming_a_group_touches_no_member() {
        server.patch("/Groups/" + group, "{'op':'replace','path':'displayName','value':'Other'}");
        assertThat(store.membersRead + store.idsNamed).isZero();
    }

    @Test
    void a_group_without_its_members_is_shown_without_reading_them() {
        assertThat(server.get("/Groups/" + group + "?excludedAttributes=members")
                        .status())
                .isEqualTo(200);
        assertThat(server.get("/Groups?filter=displayName eq \"Many\"&attributes=id")
                        .status())
                .isEqualTo(200);
        assertThat(server.get("/Groups?filter=id eq \"" + group + "\" and members eq \"" + member + "\"&attributes=id")
                        .json()
                        .path("totalResults")
                        .asInt())
                .isEqualTo(1);
        assertThat(store.membersRead).isZero();
    }

    @Test
    void the_client_gets_the_group_if_it_says_what_of_it() {
        Server.Answer answer = server.patch(
                "/Groups/" + group + "?attributes=displayName",
                "{'op':'add','path':'members','value':[{'value':'" + stranger + "'}]}");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().path("displayName").asText()).isEqualTo("Many");
        assertThat(store.membersRead).isZero();
    }

    @Test
    void the_whole_group_comes_page_by_page() {
        assertThat(server.get("/Groups/" + group).all("members.value"))
                .hasSize(SIZE)
                .doesNotHaveDuplicates();
        assertThat(store.largestPage).isLessThanOrEqualTo(1_000);
    }

    /** Counts what passes between core and the relation. */
    private static final class Counting implements Store {
        private final Store inner;
        private int membersRead;
        private int idsNamed;
        private int largestPage;

        private Counting(Store inner) {
            this.inner = inner;
        }

        void reset() {
            membersRead = 0;
            idsNamed = 0;
        }

        private UnitOfWork counted(UnitOfWork unit) {
            return new UnitOfWork() {
                @Override
                public boolean writes() {
                    return unit.writes();
                }

                @Override
                public void onEnd(Ending ending) {
                    unit.onEnd(ending);
                }

                @Override
                public ResourceStore resources() {
                    return unit.resources();
                }

                @Override
                public Optional<MembershipStore> memberships() {
                    return unit.memberships().map(relation -> new CountingRelation(relation));
                }
            };
        }

        @Override
        public <T> T write(Function<UnitOfWork, T> work) {
            return inner.write(unit -> work.apply(counted(unit)));
        }

        @Override
        public <T> T read(Function<UnitOfWork, T> work) {
            return inner.read(unit -> work.apply(counted(unit)));
        }

        @Override
        public Capabilities capabilities() {
            return inner.capabilities();
        }

        private final class CountingRelation implements MembershipStore {
            private final MembershipStore relation;

            private CountingRelation(MembershipStore relation) {
                this.relation = relation;
            }

            @Override
            public MembershipChange apply(Scope scope, String groupId, RelationDelta delta) {
                idsNamed += delta.add().size() + delta.remove().size();
                return relation.apply(scope, groupId, delta);
            }

            @Override
            public MemberPage members(Scope scope, String groupId, @Nullable String after, int limit) {
                MemberPage page = relation.members(scope, groupId, after, limit);
                membersRead += page.members().size();
                largestPage = Math.max(largestPage, page.members().size());
                return page;
            }

            @Override
            public long count(Scope scope, String groupId) {
                return relation.count(scope, groupId);
            }

            @Override
            public Set<String> membersAmong(Scope scope, String groupId, Collection<String> ids) {
                idsNamed += ids.size();
                return relation.membersAmong(scope, groupId, ids);
            }

            @Override
            public Map<String, List<Member>> groupsOf(Scope scope, Collection<String> memberIds) {
                return relation.groupsOf(scope, memberIds);
            }

            @Override
            public Set<String> removeAll(Scope scope, String id) {
                return relation.removeAll(scope, id);
            }
        }
    }
}

package dev.rollcall.scim.jdbi;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class LargeGroupTest extends JdbiTest {
    private static final int MANY = 5_000;
    private static final int FEW = 10;

    @Test
    void a_change_of_members_costs_as_many_statements_in_a_large_group_as_in_a_small_one() {
        String[] ids = IntStream.range(0, MANY).mapToObj("u%05d"::formatted).toArray(String[]::new);
        insert(host(), group("large", "Large"), group("small", "Small"));
        insertUsers(host(), ids);
        insertUsers(host(), "newcomer");
        add(host(), "large", ids);
        add(host(), "small", List.of(ids).subList(0, FEW).toArray(String[]::new));
        assertThat(memberCount(host(), "large")).isEqualTo(MANY);

        List<Long> adding = costs(group -> add(host(), group, "newcomer"));
        List<Long> removing = costs(group -> remove(host(), group, "newcomer"));
        List<Long> counting = costs(group -> memberCount(host(), group));

        for (List<Long> costs : List.of(adding, removing, counting)) {
            assertThat(costs.get(0)).isPositive().isEqualTo(costs.get(1));
        }
        assertThat(counting).containsOnly(1L);
    }

    /** How many statements the work issues on the large group and on the small one. */
    private List<Long> costs(Consumer<String> work) {
        return Stream.of("large", "small")
                .map(group -> {
                    database().statements().take();
                    work.accept(group);
                    return (long) database().statements().take().size();
                })
                .toList();
    }
}

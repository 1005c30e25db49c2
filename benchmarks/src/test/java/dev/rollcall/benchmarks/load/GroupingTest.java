package dev.rollcall.benchmarks.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class GroupingTest {
    private static final int USERS = 3_000;

    private final Grouping grouping = Grouping.of(USERS, 10 * USERS);
    private final List<Grouping.Chunk> chunks = grouping.chunks(70, 1);

    @Test
    void there_are_as_many_memberships_as_asked_for() {
        assertThat(chunks.stream().mapToInt(Grouping.Chunk::size).sum()).isEqualTo(10 * USERS);
        assertThat(chunks).allMatch(chunk -> chunk.size() > 0 && chunk.size() <= 70);
    }

    @Test
    void nobody_is_in_a_group_twice_and_everybody_is_in_the_first() {
        Map<Integer, List<Integer>> members = new HashMap<>();
        for (Grouping.Chunk chunk : chunks) {
            Arrays.stream(grouping.members(chunk))
                    .forEach(member -> members.computeIfAbsent(chunk.group(), group -> new java.util.ArrayList<>())
                            .add(member));
        }
        assertThat(members.values()).allSatisfy(group -> assertThat(group).doesNotHaveDuplicates());
        assertThat(members.get(0))
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.range(0, USERS).boxed().toList());
    }

    @Test
    void each_user_is_in_about_ten_groups() {
        int[] groups = new int[USERS];
        chunks.forEach(chunk -> Arrays.stream(grouping.members(chunk)).forEach(member -> groups[member]++));

        assertThat(Arrays.stream(groups).min().orElseThrow()).isBetween(9, 10);
        assertThat(Arrays.stream(groups).max().orElseThrow()).isBetween(10, 11);
    }

    @Test
    void sizes_fall_from_a_tenth_down_to_ten() {
        assertThat(grouping.sizes()).startsWith(USERS, 300, 150, 100).contains(10);
    }
}

package dev.rollcall.scim.provisioning.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The table in {@code docs/lifecycle.md}, every event in every standing, and what the table leaves aside. */
class LifecycleTest {
    private static final Duration DELAY = Duration.ofMinutes(15);
    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");
    private static final Instant DUE = NOW.plus(DELAY);

    private static final Map<String, LifecycleEvent> EVENTS = Map.ofEntries(
            Map.entry("provider deactivates", new LifecycleEvent.ProviderDeactivates(NOW, DELAY, true)),
            Map.entry("provider reactivates", new LifecycleEvent.ProviderReactivates()),
            Map.entry("resource deleted", new LifecycleEvent.ResourceDeleted(NOW, DELAY, true)),
            Map.entry("resource returned", new LifecycleEvent.ResourceReturned()),
            Map.entry("resource returned inactive", new LifecycleEvent.ResourceReturnedInactive()),
            Map.entry("falls due", new LifecycleEvent.FallsDue(DUE)),
            Map.entry("administrator deactivates", new LifecycleEvent.AdministratorDeactivates()),
            Map.entry("administrator reactivates", new LifecycleEvent.AdministratorReactivates()),
            Map.entry("put on hold", new LifecycleEvent.PutOnHold()),
            Map.entry("released from hold", new LifecycleEvent.ReleasedFromHold()));

    private final Map<String, Standing> standings = new LinkedHashMap<>();
    private final Map<List<String>, List<String>> moves = new LinkedHashMap<>();

    LifecycleTest() throws IOException {
        for (List<String> cells : rows("| standing |")) {
            standings.put(cells.get(0), standing(cells));
        }
        for (List<String> cells : rows("| event |")) {
            assertThat(moves.put(cells.subList(0, 2), cells.subList(2, 4))).isNull();
        }
    }

    private static List<List<String>> rows(String head) throws IOException {
        List<List<String>> rows = new ArrayList<>();
        boolean within = false;
        for (String line : Files.readAllLines(Path.of("../docs/lifecycle.md"))) {
            if (within && line.startsWith("|") && !line.startsWith("|---")) {
                rows.add(Arrays.stream(line.substring(1).split("\\|", -1))
                        .map(String::strip)
                        .toList());
            }
            within = line.startsWith(head) || within && line.startsWith("|");
        }
        return rows;
    }

    private static Standing standing(List<String> cells) {
        return new Standing(
                AccountState.valueOf(cells.get(1)),
                cells.get(2).isEmpty() ? null : DUE,
                cells.get(3).isEmpty() ? Set.of() : Set.of(BlockReason.valueOf(cells.get(3))),
                !cells.get(4).isEmpty(),
                !cells.get(5).isEmpty());
    }

    @TestFactory
    Stream<DynamicTest> every_event_in_every_standing_does_what_the_table_says() {
        assertThat(moves.keySet().stream().map(move -> move.get(0)).distinct())
                .containsExactlyInAnyOrderElementsOf(EVENTS.keySet());
        assertThat(moves.keySet().stream().map(move -> move.get(1))).allMatch(standings::containsKey);
        return EVENTS.keySet().stream()
                .flatMap(event -> standings.keySet().stream()
                        .map(from -> DynamicTest.dynamicTest(event + ": " + from, () -> check(event, from))));
    }

    private void check(String event, String from) {
        Standing before = standings.get(from);
        Transition transition = EVENTS.get(event).on(before);
        List<String> move = moves.getOrDefault(List.of(event, from), List.of(from, ""));
        String refusal = transition.refusal() == null ? "" : "refused: " + transition.refusal();
        if (move.get(0).startsWith("refused")) {
            assertThat(refusal).isEqualTo(move.get(0));
            assertThat(transition.standing()).isEqualTo(before);
        } else {
            assertThat(refusal).isEmpty();
            assertThat(transition.standing()).isEqualTo(standings.get(move.get(0)));
        }
        assertThat(transition.effects().stream().map(Enum::name).toList())
                .isEqualTo(Arrays.stream(move.get(1).split(", "))
                        .filter(s -> !s.isEmpty())
                        .toList());
    }

    @TestFactory
    Stream<DynamicTest> a_block_by_an_administrator_stays_whatever_else_happens() {
        return standings.entrySet().stream()
                .filter(e -> e.getValue().state() != AccountState.DELETED)
                .flatMap(e -> EVENTS.entrySet().stream()
                        .map(event -> DynamicTest.dynamicTest(event.getKey() + ": " + e.getKey(), () -> {
                            Transition plain = event.getValue().on(e.getValue());
                            Transition blocked =
                                    event.getValue().on(e.getValue().blocked(BlockReason.ADMIN));
                            assertThat(blocked.standing())
                                    .isEqualTo(plain.standing().blocked(BlockReason.ADMIN));
                            assertThat(blocked.effects()).isEqualTo(plain.effects());
                            assertThat(blocked.refusal()).isEqualTo(plain.refusal());
                        })));
    }

    @Test
    void an_administrator_blocks_once_and_takes_back_that_block_alone() {
        Standing pending = standings.get("pending");
        Transition blocked = new LifecycleEvent.AdministratorBlocks().on(pending);
        assertThat(blocked.effects()).containsExactly(Effect.BLOCKED);
        assertThat(blocked.standing().blocks())
                .containsExactlyInAnyOrder(BlockReason.ADMIN, BlockReason.PENDING_DEACTIVATION);
        assertThat(new LifecycleEvent.AdministratorBlocks()
                        .on(blocked.standing())
                        .effects())
                .isEmpty();
        Transition freed = new LifecycleEvent.AdministratorUnblocks().on(blocked.standing());
        assertThat(freed.effects()).containsExactly(Effect.UNBLOCKED);
        assertThat(freed.standing()).isEqualTo(pending);
        assertThat(new LifecycleEvent.AdministratorUnblocks().on(pending).effects())
                .isEmpty();
        Standing deleted = standings.get("deleted");
        assertThat(new LifecycleEvent.AdministratorBlocks().on(deleted)).isEqualTo(Transition.nothing(deleted));
    }

    @Test
    void without_a_block_a_pending_account_may_still_sign_in() {
        Transition open = new LifecycleEvent.ProviderDeactivates(NOW, DELAY, false).on(Standing.NEW);
        assertThat(open.effects()).containsExactly(Effect.DEACTIVATION_SCHEDULED);
        assertThat(open.standing().maySignIn()).isTrue();
        assertThat(open.standing().due()).isEqualTo(DUE);
        assertThat(new LifecycleEvent.ProviderReactivates().on(open.standing()).effects())
                .containsExactly(Effect.DEACTIVATION_CANCELLED);
    }

    @Test
    void only_an_account_that_is_in_use_and_not_blocked_may_sign_in() {
        standings.forEach((name, standing) ->
                assertThat(standing.maySignIn()).as(name).isEqualTo(standing.state() == AccountState.ACTIVE));
        assertThat(Standing.NEW.blocked(BlockReason.ADMIN).maySignIn()).isFalse();
        assertThat(Standing.NEW_DEACTIVATED.maySignIn()).isFalse();
    }

    @Test
    void a_delay_of_zero_ends_at_once_or_waits_for_the_hold_alone() {
        LifecycleEvent now = new LifecycleEvent.ProviderDeactivates(NOW, Duration.ZERO, true);
        assertThat(now.on(Standing.NEW)).isEqualTo(Transition.to(standings.get("deactivated"), Effect.DEACTIVATED));
        assertThat(now.on(standings.get("active, held")))
                .isEqualTo(Transition.to(standings.get("awaiting release"), Effect.BLOCKED));
        LifecycleEvent deleted = new LifecycleEvent.ResourceDeleted(NOW, Duration.ZERO, true);
        assertThat(deleted.on(Standing.NEW)).isEqualTo(Transition.to(standings.get("deleted"), Effect.DELETED));
        assertThat(deleted.on(Standing.NEW_DEACTIVATED).standing()).isEqualTo(standings.get("deleted"));
    }

    @Test
    void nothing_falls_due_before_its_time() {
        Standing pending = standings.get("pending");
        assertThat(new LifecycleEvent.FallsDue(DUE.minusNanos(1)).on(pending)).isEqualTo(Transition.nothing(pending));
    }
}

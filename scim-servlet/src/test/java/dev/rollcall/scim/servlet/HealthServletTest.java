package dev.rollcall.scim.servlet;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import dev.rollcall.scim.Rollcall;
import dev.rollcall.scim.store.Capabilities;
import dev.rollcall.scim.store.Store;
import dev.rollcall.scim.store.UnitOfWork;
import java.time.Instant;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HealthServletTest {
    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-01-02T03:04:05Z"));
    private final AtomicBoolean broken = new AtomicBoolean();
    private final AtomicInteger asked = new AtomicInteger();
    private final AtomicReference<CountDownLatch> slow = new AtomicReference<>(new CountDownLatch(0));
    private TestServer server;

    /** A store whose database can be switched off. */
    private final class SwitchedStore implements Store {
        @Override
        public <T> T write(Function<UnitOfWork, T> work) {
            throw new AssertionError("A look at the health writes nothing");
        }

        @Override
        public <T> T read(Function<UnitOfWork, T> work) {
            throw new AssertionError("The store has a cheaper way");
        }

        @Override
        public void check() {
            asked.incrementAndGet();
            try {
                assertThat(slow.get().await(20, TimeUnit.SECONDS)).isTrue();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            if (broken.get()) {
                throw new IllegalStateException("jdbc:h2:secret-place is closed");
            }
        }

        @Override
        public Capabilities capabilities() {
            return new Capabilities(true, false, false, false);
        }
    }

    @BeforeEach
    void start() {
        Rollcall rollcall =
                TestServer.rollcall(b -> b.store(new SwitchedStore()).clock(now::get));
        server = TestServer.start("/", "/health", HealthServlet.of(rollcall));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private Answer health(String method) {
        return server.wire().send(method + " /health HTTP/1.1\nHost: x");
    }

    /** The common pool may have a single thread, which the first would hold. */
    private static final Executor EACH_ON_ITS_OWN = task -> new Thread(task).start();

    @Test
    void a_store_that_answers_is_200_to_anybody() {
        Answer answer = health("GET");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("{\"status\":\"UP\"}");
        assertThat(answer.header("Content-Type")).contains("application/json");
        assertThat(answer.header("Cache-Control")).contains("no-store");
        assertThat(health("HEAD").status()).isEqualTo(200);
        assertThat(health("POST").status()).isEqualTo(405);
    }

    @Test
    void a_store_that_does_not_is_503_without_its_words_which_are_logged_once() {
        try (Logs logs = new Logs()) {
            broken.set(true);
            for (int i = 0; i < 3; i++) {
                Answer answer = health("GET");
                assertThat(answer.status()).isEqualTo(503);
                assertThat(answer.body()).isEqualTo("{\"status\":\"DOWN\"}");
                now.updateAndGet(instant -> instant.plusSeconds(5));
            }
            assertThat(logs.at(Level.ERROR)).hasSize(1).first().asString().contains("secret-place");
            broken.set(false);
            assertThat(health("GET").status()).isEqualTo(200);
            assertThat(logs.at(Level.WARN)).hasSize(1);
        }
    }

    @Test
    void who_comes_while_the_store_is_asked_waits_for_its_answer_and_asks_nothing() {
        CountDownLatch answering = new CountDownLatch(1);
        slow.set(answering);
        CompletableFuture<Answer> first = CompletableFuture.supplyAsync(() -> health("GET"), EACH_ON_ITS_OWN);
        await(() -> asked.get() == 1);
        CompletableFuture<Answer> second = CompletableFuture.supplyAsync(() -> health("GET"), EACH_ON_ITS_OWN);
        await(() -> asked.get() > 1 || isAnyoneWaiting());
        answering.countDown();
        assertThat(first.join().status()).isEqualTo(200);
        assertThat(second.join().status()).isEqualTo(200);
        assertThat(asked).hasValue(1);
    }

    private static boolean isAnyoneWaiting() {
        return Thread.getAllStackTraces().entrySet().stream()
                .filter(thread -> thread.getKey().getState() == Thread.State.BLOCKED)
                .flatMap(thread -> Arrays.stream(thread.getValue()))
                .anyMatch(frame -> frame.getClassName().equals(HealthServlet.class.getName()));
    }

    private static void await(BooleanSupplier condition) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (!condition.getAsBoolean() && System.nanoTime() < end) {
            Thread.onSpinWait();
        }
        assertThat(condition.getAsBoolean()).isTrue();
    }

    @Test
    void the_store_is_asked_once_a_second() {
        for (int i = 0; i < 10; i++) {
            health("GET");
        }
        assertThat(asked).hasValue(1);
        now.updateAndGet(instant -> instant.plusSeconds(1));
        health("GET");
        assertThat(asked).hasValue(2);
        now.updateAndGet(instant -> instant.minusSeconds(60));
        health("GET");
        assertThat(asked).hasValue(3);
    }
}

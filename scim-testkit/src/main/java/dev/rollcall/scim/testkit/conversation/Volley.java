package dev.rollcall.scim.testkit.conversation;

import dev.rollcall.scim.testkit.conversation.wire.WireClient;
import dev.rollcall.scim.testkit.conversation.wire.WireConnection;
import dev.rollcall.scim.testkit.conversation.wire.WireRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/** Sends requests at the same time, each on its own connection; all connections are open before the first byte goes. */
record Volley(WireClient wire) {
    /** The answers in the order of the requests, after those that were told to wait have been sent again; if one connection cannot be opened, none of them is sent. */
    List<Answer> send(List<WireRequest> requests) {
        if (requests.isEmpty()) {
            return List.of();
        }
        List<WireConnection> connections = new ArrayList<>();
        try {
            for (int i = 0; i < requests.size(); i++) {
                connections.add(wire.open());
            }
            List<Answer> answers = requests.size() == 1
                    ? List.of(Answer.to(requests.get(0), connections.get(0)))
                    : fire(requests, connections);
            return IntStream.range(0, answers.size())
                    .mapToObj(i -> patient(requests.get(i), answers.get(i)))
                    .toList();
        } catch (IOException e) {
            return Collections.nCopies(requests.size(), Answer.None.because(e));
        } finally {
            connections.forEach(Volley::close);
        }
    }

    private static List<Answer> fire(List<WireRequest> requests, List<WireConnection> connections) {
        ExecutorService threads = Executors.newFixedThreadPool(requests.size());
        try {
            var start = new CyclicBarrier(requests.size());
            List<Future<Answer>> pending = new ArrayList<>();
            for (int i = 0; i < requests.size(); i++) {
                var request = requests.get(i);
                var connection = connections.get(i);
                pending.add(threads.submit(() -> {
                    start.await();
                    return Answer.to(request, connection);
                }));
            }
            List<Answer> answers = new ArrayList<>();
            for (Future<Answer> each : pending) {
                answers.add(each.get());
            }
            return answers;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for concurrent responses", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("a concurrent request failed", e.getCause());
        } finally {
            threads.shutdownNow();
        }
    }

    private Answer patient(WireRequest request, Answer answer) {
        try {
            return answer instanceof Answer.Response came
                    ? new Answer.Response(new Patience(wire).after(request, came.response()))
                    : answer;
        } catch (IOException e) {
            return Answer.None.because(e);
        }
    }

    private static void close(WireConnection connection) {
        try {
            connection.close();
        } catch (IOException e) {
            throw new UncheckedIOException("a connection could not be closed", e);
        }
    }
}

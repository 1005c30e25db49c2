package dev.rollcall.scim.protocol;

import dev.rollcall.scim.error.ScimException;
import dev.rollcall.scim.schema.ResourceType;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Many operations in one request (RFC 7644 §3.7), each done as if it had come alone: with its own unit of work, for the
 * same caller. What one of them fails with touches no other but those that refer to what it would have made. Not
 * thread-safe.
 */
final class Bulk {
    /** What a client sees that asks for no bodies: the least, since it is not sent. */
    private static final Map<String, List<String>> NO_BODY = Map.of("attributes", List.of("id"));

    private final Exchange exchange;
    private final BulkRequest request;
    private final BulkReferences references;
    private final BulkIds ids = new BulkIds();
    private final BulkBodies bodies;
    private final @Nullable BulkResult[] results;
    private int errors;
    private @Nullable Throwable cause;

    private Bulk(Exchange exchange, BulkRequest request) {
        this.exchange = exchange;
        this.request = request;
        Set<String> bulkIds = request.operations().stream()
                .map(BulkOperation::bulkId)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        this.references = new BulkReferences(exchange.settings().registry(), bulkIds);
        this.bodies = new BulkBodies(exchange.settings().bulk().maxPayloadSize());
        this.results = new BulkResult[request.operations().size()];
    }

    static ScimResponse handle(Exchange exchange) {
        // What is wrong with the query is wrong with the whole request.
        exchange.settings().registry().resourceTypes().forEach(exchange::projection);
        return new Bulk(exchange, BulkRequest.read(exchange)).run();
    }

    private ScimResponse run() {
        for (List<BulkOperation> step : BulkOrder.of(request.operations(), references::of)) {
            if (errors >= request.failOnErrors()) {
                break;
            }
            if (step.get(0).isPost()) {
                create(step);
            } else {
                change(step.get(0));
            }
        }
        List<BulkResult> done = Arrays.stream(results).filter(Objects::nonNull).toList();
        ScimResponse answer = ScimResponse.of(200, out -> BulkResult.write(done, out));
        return new ScimResponse(answer.status(), answer.headers(), answer.content(), null, cause);
    }

    private void change(BulkOperation operation) {
        try {
            check(operation);
            List<String> path = List.of(operation.path().get(0), references.id(operation, ids::resolve));
            succeeded(operation, Router.route(alone(operation, path, ids::resolve)));
        } catch (RuntimeException | StackOverflowError e) {
            failed(operation, e);
        }
    }

    /** Makes one resource, or all of those that refer to each other in a circle. */
    private void create(List<BulkOperation> posts) {
        Map<BulkOperation, String> own = new LinkedHashMap<>();
        for (BulkOperation post : posts) {
            String id = exchange.settings().ids().get();
            own.put(post, id);
            if (post.bulkId() != null) {
                ids.made(post.bulkId(), id);
            }
        }
        Map<BulkOperation, Throwable> failures = new LinkedHashMap<>();
        List<Creation> creations = new ArrayList<>();
        own.forEach((post, id) -> {
            try {
                creations.add(read(post, id));
            } catch (RuntimeException | StackOverflowError e) {
                failures.put(post, e);
            }
        });
        if (failures.isEmpty()) {
            write(posts, creations, failures);
        }
        if (!failures.isEmpty()) {
            posts.forEach(post -> failed(post, failures.getOrDefault(post, inCircleWith(failures.keySet()))));
        }
    }

    private Creation read(BulkOperation post, String id) {
        check(post);
        Exchange alone = alone(post, post.path(), ids::resolve);
        return Creation.read(alone, type(post), id);
    }

    private void write(List<BulkOperation> posts, List<Creation> creations, Map<BulkOperation, Throwable> failures) {
        JointCreation joint = new JointCreation(exchange.settings(), creations);
        List<ScimResponse> answers;
        try {
            answers = joint.write();
        } catch (RuntimeException | StackOverflowError e) {
            failures.put(posts.get(Math.min(joint.current(), posts.size() - 1)), e);
            return;
        }
        for (int i = 0; i < posts.size(); i++) {
            succeeded(posts.get(i), answers.get(i));
        }
    }

    private static ScimException inCircleWith(Set<BulkOperation> failed) {
        return ScimException.withStatus(
                409,
                "This resource and that of Operations["
                        + failed.iterator().next().index() + "], which failed, refer to each other; neither was made");
    }

    private static void check(BulkOperation operation) {
        if (operation.flaw() != null) {
            throw operation.flaw();
        }
    }

    private ResourceType type(BulkOperation operation) {
        return Router.type(exchange, operation.path().get(0));
    }

    /** The operation as a request of its own. */
    private Exchange alone(BulkOperation operation, List<String> path, UnaryOperator<String> resolve) {
        ScimRequest whole = exchange.request();
        // Only what has resources; /Bulk, above all, has none.
        type(operation);
        ScimRequest alone = new ScimRequest(
                operation.method(),
                path,
                exchange.hasProjection() ? whole.query() : NO_BODY,
                operation.version() == null ? Map.of() : Map.of("If-Match", operation.version()),
                new ByteArrayInputStream(references.data(operation, resolve)),
                whole.baseUrl(),
                whole.requestId(),
                whole.caller());
        return new Exchange(alone, exchange.settings(), exchange.readers(), exchange.options());
    }

    private void succeeded(BulkOperation operation, ScimResponse answer) {
        results[operation.index()] = new BulkResult(
                operation,
                answer.status(),
                answer.header("Location").orElseGet(() -> location(operation)),
                answer.header("ETag").orElse(null),
                exchange.hasProjection() ? bodies.success(answer) : null);
    }

    private void failed(BulkOperation operation, Throwable failure) {
        Refusals.tell(exchange.settings(), whole(operation), failure);
        ScimResponse answer = ErrorMapper.toResponse(failure, exchange.request().requestId());
        if (cause == null) {
            cause = answer.cause();
        }
        if (operation.isPost()) {
            ids.failed(operation);
        }
        errors++;
        results[operation.index()] = new BulkResult(
                operation,
                answer.status(),
                operation.isPost() ? null : location(operation),
                null,
                BulkBodies.error(answer));
    }

    /** The request that the operation is, for whoever hears that it failed. */
    private ScimRequest whole(BulkOperation operation) {
        ScimRequest all = exchange.request();
        return new ScimRequest(
                operation.method(),
                operation.path(),
                Map.of(),
                Map.of(),
                new ByteArrayInputStream(new byte[0]),
                all.baseUrl(),
                all.requestId(),
                all.caller());
    }

    /** The URL that the operation is about, whether there is a resource or not; null if it names none at all. */
    private @Nullable String location(BulkOperation operation) {
        if (operation.path().isEmpty()) {
            return null;
        }
        UnaryOperator<String> ifMade = bulkId -> ids.find(bulkId).orElse(BulkReferences.PREFIX + bulkId);
        List<String> segments = new ArrayList<>(operation.path());
        if (segments.size() == 2) {
            segments.set(1, references.id(operation, ifMade));
        }
        return exchange.request().baseUrl() + "/"
                + segments.stream().map(Links::segment).collect(Collectors.joining("/"));
    }
}

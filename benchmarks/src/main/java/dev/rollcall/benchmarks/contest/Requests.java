package dev.rollcall.benchmarks.contest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A task that is a whole request, on a service that has users. */
public final class Requests implements Operation {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final byte[] NOTHING = {};
    private static final int FEW = 1_000;
    private static final int MANY = 100_000;

    private final Task task;
    private final Service.Factory factory;
    private final Numbered users = new Numbered();
    private final List<byte[]> patches = Inputs.emailPatches();
    private Service service;
    private String[] targets = {};

    private Requests(Task task, Service.Factory factory) throws Exception {
        this.task = task;
        this.factory = factory;
        this.service = factory.empty();
    }

    /** The task on a new service. */
    public static Requests on(Task task, Service.Factory factory) throws Exception {
        Requests requests = new Requests(task, factory);
        requests.load();
        return requests;
    }

    private void load() throws Exception {
        if (task == Task.CREATE) {
            return;
        }
        targets = new String[task == Task.FIND ? MANY : FEW];
        for (int i = 0; i < targets.length; i++) {
            String id = create(i);
            targets[i] = task == Task.FIND
                    ? "/Users?filter="
                            + URLEncoder.encode("userName eq \"" + Numbered.userName(i) + "\"", StandardCharsets.UTF_8)
                    : "/Users/" + id;
        }
    }

    private String create(int number) throws Exception {
        Service.Reply reply = service.handle("POST", "/Users", users.body(number));
        if (reply.status() != 201) {
            throw new IOException("A new user was answered with " + reply.status() + ": "
                    + new String(reply.body(), StandardCharsets.UTF_8));
        }
        return JSON.readTree(reply.body()).path("id").asText();
    }

    @Override
    public Object run(int i) throws Exception {
        return switch (task) {
            case CREATE -> service.handle("POST", "/Users", users.body(i));
            case LIST -> service.handle("GET", "/Users?startIndex=1&count=100", NOTHING);
            case PATCH -> service.handle("PATCH", target(i), patches.get(i & 1));
            default -> service.handle("GET", target(i), NOTHING);
        };
    }

    /** The targets of the users that are there. */
    public String[] targets() {
        return targets.clone();
    }

    /** Far from the one before, so that it is not what lies in the cache by chance. */
    private String target(int i) {
        return targets[(int) (i * 7919L % targets.length)];
    }

    /** The user that {@code run(i)} is about. */
    static int user(Task task, int i) {
        return task == Task.CREATE ? i : (int) (i * 7919L % (task == Task.FIND ? MANY : FEW));
    }

    /** A number that is right is no reason to keep a service that grows. */
    @Override
    public void reset() throws Exception {
        if (task == Task.CREATE) {
            service = factory.empty();
        }
    }

    @Override
    public JsonNode answer(Object result) throws IOException {
        Service.Reply reply = (Service.Reply) result;
        ObjectNode answer = JSON.createObjectNode().put("status", reply.status());
        answer.set("body", JSON.readTree(reply.body()));
        return answer;
    }
}

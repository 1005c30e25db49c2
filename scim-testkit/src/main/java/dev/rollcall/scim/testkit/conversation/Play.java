package dev.rollcall.scim.testkit.conversation;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One playing of one conversation, from its first step to the clean-up; for one thread. */
final class Play {
    private final Conversation conversation;
    private final Server server;
    private final Variables variables;
    private final CleanUp cleanUp;
    private final List<BrokenExpectation> broken = new ArrayList<>();
    private boolean silent;

    Play(Conversation conversation, Server server) {
        this.conversation = conversation;
        this.server = server;
        this.variables = server.variables();
        this.cleanUp = new CleanUp(server);
    }

    List<BrokenExpectation> run() {
        try {
            play(conversation.setup());
            // After a broken setup the steps would only report its consequences.
            if (broken.isEmpty()) {
                play(conversation.steps());
            }
        } finally {
            cleanUp.run(complaintsOf("clean-up"));
        }
        return broken;
    }

    /** Until the server falls silent: each further step would only wait for the same. */
    private void play(List<Step> steps) {
        for (Step step : steps) {
            for (Runnable turn : turns(step)) {
                if (!silent) {
                    turn.run();
                }
            }
        }
    }

    private List<Runnable> turns(Step step) {
        List<Runnable> turns = new ArrayList<>();
        if (step instanceof Together together) {
            turns(together.repeat(), variables).forEach(turn -> turns.add(() -> together(together, turn)));
        } else if (step instanceof Exchange exchange) {
            turns(exchange.repeat(), variables).forEach(turn -> turns.add(() -> volley(shot(exchange, turn))));
        }
        return turns;
    }

    private static List<Variables> turns(@Nullable Loop loop, Variables around) {
        return loop == null ? List.of(around) : loop.turns(around).toList();
    }

    private void together(Together together, Variables turn) {
        List<Shot> shots = new ArrayList<>();
        for (Exchange exchange : together.exchanges()) {
            turns(exchange.repeat(), turn).forEach(inner -> shots.addAll(shot(exchange, inner)));
        }
        volley(shots);
    }

    /** Empty if a placeholder has no value, which is reported. */
    private List<Shot> shot(Exchange exchange, Variables turn) {
        try {
            return List.of(new Shot(exchange, turn, server.request(exchange, turn)));
        } catch (UnknownVariableException | IllegalArgumentException e) {
            complaintsOf(Shot.label(exchange, turn)).add("a request to send", e.getMessage());
            return List.of();
        }
    }

    private void volley(List<Shot> shots) {
        var answers =
                new Volley(server.wire()).send(shots.stream().map(Shot::request).toList());
        for (int i = 0; i < shots.size(); i++) {
            if (answers.get(i) instanceof Answer.Response came) {
                cleanUp.note(shots.get(i), came.response());
            }
        }
        // All responses are in before the first is checked: "then" asks for the state after all of them.
        for (int i = 0; i < shots.size(); i++) {
            check(shots.get(i), answers.get(i));
        }
    }

    private void check(Shot shot, Answer answer) {
        var complaints = complaintsOf(shot.label());
        if (answer instanceof Answer.Response came) {
            var expect = shot.exchange().expect();
            new ResponseCheck(came.response(), shot.variables(), complaints).check(expect);
            if (expect.then() != null
                    && expect.status().contains(came.response().status())) {
                then(shot, came, expect.then());
            }
        } else if (answer instanceof Answer.None none) {
            complaints.add("an HTTP response", none.why());
            silent = true;
        }
    }

    private void then(Shot shot, Answer.Response came, List<PathCheck> checks) {
        var complaints = complaintsOf(shot.label() + ", then");
        silent = !new Aftermath(server, shot, came.response()).check(checks, complaints);
    }

    private Complaints complaintsOf(String step) {
        return (expected, got) -> broken.add(new BrokenExpectation(conversation.toString(), step, expected, got));
    }
}

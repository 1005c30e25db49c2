package dev.rollcall.scim.provisioning.memory;

import java.util.ArrayDeque;
import java.util.Deque;

/** How to undo what whoever writes has done so far. */
final class UndoLog {
    private final Deque<Runnable> steps = new ArrayDeque<>();

    void push(Runnable step) {
        steps.push(step);
    }

    /** How many steps there are; what is done from now on comes on top of them. */
    int mark() {
        return steps.size();
    }

    /** Undoes what was done since the mark. */
    void rollBackTo(int mark) {
        while (steps.size() > mark) {
            steps.pop().run();
        }
    }

    /** What was done stays, if nobody else may still undo it. */
    void commitTo(int mark) {
        if (mark == 0) {
            steps.clear();
        }
    }
}

package dev.rollcall.scim.testkit.conversation;

/** Takes what was expected of a step and what came instead. */
@FunctionalInterface
interface Complaints {
    void add(String expected, String got);
}

package dev.rollcall.scim.testkit.conversation;

/** How the playing of a conversation ended. */
public enum Outcome {
    /** Every expectation held. */
    HELD,
    /** At least one expectation did not hold. */
    BROKEN,
    /** Not played: the server lacks an option that the conversation needs. */
    SKIPPED,
    /** Not played: the server is not empty, or does not answer. */
    REFUSED
}

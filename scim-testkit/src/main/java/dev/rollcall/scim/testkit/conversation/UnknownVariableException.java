package dev.rollcall.scim.testkit.conversation;

/** A placeholder without a value, mostly because an earlier response did not have it. */
final class UnknownVariableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnknownVariableException(String name) {
        super("no value for ${" + name + "}, which an earlier step should have captured");
    }
}

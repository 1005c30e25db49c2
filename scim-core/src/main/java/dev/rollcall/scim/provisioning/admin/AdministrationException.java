package dev.rollcall.scim.provisioning.admin;

import java.util.Objects;

/**
 * An operation of an administrator that was not done, wholly: nothing was changed. The message names what was asked for, and
 * what to change.
 */
public final class AdministrationException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Why it was not done. */
    public enum Problem {
        /** What it is about is not there. */
        NOT_FOUND,

        /** Something of that name or id is there already. */
        EXISTS,

        /** A value is none that is allowed. */
        INVALID,

        /** The state of what it is about does not allow it. */
        REFUSED
    }

    private final Problem problem;

    private AdministrationException(Problem problem, String message) {
        super(message);
        this.problem = Objects.requireNonNull(problem);
    }

    /** Why it was not done. */
    public Problem problem() {
        return problem;
    }

    /** Something is not there. */
    public static AdministrationException notFound(String message) {
        return new AdministrationException(Problem.NOT_FOUND, message);
    }

    /** Something is there already. */
    public static AdministrationException exists(String message) {
        return new AdministrationException(Problem.EXISTS, message);
    }

    /** A value is not allowed. */
    public static AdministrationException invalid(String message) {
        return new AdministrationException(Problem.INVALID, message);
    }

    /** A state does not allow it. */
    public static AdministrationException refused(String message) {
        return new AdministrationException(Problem.REFUSED, message);
    }
}

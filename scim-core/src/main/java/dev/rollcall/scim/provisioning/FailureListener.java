package dev.rollcall.scim.provisioning;

import java.lang.System.Logger.Level;

/** Hears of what fails in the background, where no request is that could be told. MUST be thread-safe. */
@FunctionalInterface
public interface FailureListener {
    /** Writes a warning to the {@link System.Logger} named {@code dev.rollcall.scim.background}. */
    FailureListener LOGGED = (work, failure) -> System.getLogger("dev.rollcall.scim.background")
            .log(Level.WARNING, "Failed in the background, and is tried again: " + work, failure);

    /**
     * Something failed; it is tried again after a pause.
     *
     * @param work what it was, such as {@code events}
     * @param failure what it failed with
     */
    void failed(String work, Throwable failure);
}

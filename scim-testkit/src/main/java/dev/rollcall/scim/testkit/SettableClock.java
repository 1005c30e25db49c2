package dev.rollcall.scim.testkit;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;

/** A clock that stands still until a test moves it; thread-safe. */
public final class SettableClock implements InstantSource {
    private final AtomicReference<Instant> now;

    private SettableClock(Instant now) {
        this.now = new AtomicReference<>(now);
    }

    /** A clock that shows {@code now}. */
    public static SettableClock at(Instant now) {
        return new SettableClock(now);
    }

    @Override
    public Instant instant() {
        return now.get();
    }

    /** Moves the clock by {@code step}, which may be negative, and returns the time that it then shows. */
    public Instant advance(Duration step) {
        return now.updateAndGet(instant -> instant.plus(step));
    }

    /** Sets the clock, forwards or backwards. */
    public void set(Instant instant) {
        now.set(instant);
    }

    @Override
    public String toString() {
        return "SettableClock at " + now.get();
    }
}

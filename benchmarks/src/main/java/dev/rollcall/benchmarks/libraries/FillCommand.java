package dev.rollcall.benchmarks.libraries;

import dev.rollcall.benchmarks.contest.Numbered;
import dev.rollcall.benchmarks.measure.LiveHeap;

/** Fills Rollcall's store in memory in a process of its own, and tells how much of the heap that takes. */
public final class FillCommand {
    /** What stands before the bytes. */
    public static final String LIVE = "live";

    private FillCommand() {}

    /** Prints the live bytes without users, and with so many. */
    public static void run(int users) throws Exception {
        RollcallService service = RollcallService.empty();
        Numbered bodies = new Numbered();
        long before = LiveHeap.peakDuring(() -> {});
        for (int i = 0; i < users; i++) {
            if (service.handle("POST", "/Users", bodies.body(i)).status() != 201) {
                throw new IllegalStateException("User " + i + " was refused");
            }
        }
        long after = LiveHeap.peakDuring(() -> {});
        System.out.println(LIVE + " " + before + " " + after + " "
                + service.handle("GET", "/Users?count=0", new byte[0]).status());
    }
}

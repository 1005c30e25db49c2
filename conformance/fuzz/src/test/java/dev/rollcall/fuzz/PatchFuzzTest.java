package dev.rollcall.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.List;
import java.util.Map;

class PatchFuzzTest {
    @FuzzTest
    void a_patch_happens_whole_or_not_at_all(byte[] input) {
        for (boolean strict : new boolean[] {true, false}) {
            Service service = new Service(strict);
            patch(service, List.of("Users", service.user), input);
            patch(service, List.of("Groups", service.group), input);
        }
    }

    private static void patch(Service service, List<String> path, byte[] input) {
        String before = service.state();
        service.checkState(service.call("PATCH", path, Map.of(), input), before);
    }
}

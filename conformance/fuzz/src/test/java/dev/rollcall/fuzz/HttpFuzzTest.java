package dev.rollcall.fuzz;

import com.code_intelligence.jazzer.api.BugDetectors;
import com.code_intelligence.jazzer.junit.FuzzTest;

class HttpFuzzTest {
    private static final WebServer SERVER = WebServer.start();

    @FuzzTest
    void bytes_on_a_connection_never_make_the_server_fail(byte[] input) {
        BugDetectors.allowNetworkConnections((host, port) -> host.equals("127.0.0.1") || host.equals("localhost"));
        for (int status : SERVER.send(input)) {
            Bounded.check(status);
        }
    }
}

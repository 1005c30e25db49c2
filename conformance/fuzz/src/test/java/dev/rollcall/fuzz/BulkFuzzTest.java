package dev.rollcall.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.List;
import java.util.Map;

class BulkFuzzTest {
    @FuzzTest
    void a_bulk_is_refused_whole_or_answers_each_operation(byte[] input) {
        for (boolean strict : new boolean[] {true, false}) {
            Service service = new Service(strict);
            String before = service.state();
            Service.Answer answer = service.call("POST", List.of("Bulk"), Map.of(), input);
            service.checkState(answer, before);
            if (service.state().contains("bulkId:")) {
                throw new AssertionError("A reference of a request was kept: " + service.state());
            }
            if (answer.text().contains("\"status\":\"5")) {
                throw new AssertionError("The server failed within " + answer.text());
            }
        }
    }
}

package dev.rollcall.scim.servlet;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import jakarta.servlet.Filter;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class ScimErrorFilterTest {
    private interface Step {
        void on(HttpServletResponse response) throws IOException, ServletException;
    }

    private static Answer behind(Step step) {
        Filter filter = (request, response, chain) -> {
            step.on((HttpServletResponse) response);
            chain.doFilter(request, response);
        };
        return request(filter);
    }

    private static Answer instead(Step step) {
        return request((request, response, chain) -> step.on((HttpServletResponse) response));
    }

    private static Answer request(Filter filter) {
        ScimServlet servlet = TestServer.servlet(TestServer.rollcall(b -> b)).build();
        try (TestServer server = TestServer.start("/", "/*", servlet, new ScimErrorFilter(), filter)) {
            return server.as("GET /Users");
        }
    }

    @Test
    void what_goes_well_is_left_alone() {
        Answer answer = behind(response -> response.setHeader("X-Filter", "was here"));
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).contains("totalResults");
        assertThat(answer.header("X-Filter")).contains("was here");
    }

    @Test
    void an_error_of_a_filter_gets_a_scim_body_without_its_text() {
        Answer answer = instead(response -> {
                    response.setHeader("Retry-After", "7");
                    response.sendError(429, "internal text");
                })
                .isError(429);
        assertThat(answer.header("Retry-After")).contains("7");
        assertThat(answer.body()).doesNotContain("internal text");
    }

    @Test
    void what_was_written_before_or_after_the_error_is_dropped() {
        instead(response -> {
                    response.getWriter().write("half a page");
                    response.sendError(403);
                    response.getWriter().write("the other half");
                    assertThat(response.isCommitted()).isTrue();
                })
                .isError(403);
    }

    @Test
    void an_exception_of_a_filter_is_500_and_logged() {
        try (Logs logs = new Logs()) {
            Answer answer = behind(response -> {
                        throw new ServletException("no directory");
                    })
                    .isError(500);
            assertThat(answer.body()).doesNotContain("directory");
            assertThat(logs.at(Level.ERROR))
                    .hasSize(1)
                    .first()
                    .asString()
                    .contains(answer.header("X-Request-Id").orElseThrow())
                    .contains("no directory");
        }
    }

    @Test
    void filter_and_servlet_give_a_request_one_id() {
        Answer answer = request((request, response, chain) -> {
            ((HttpServletResponse) response).setHeader("X-Seen", RequestId.of(request));
            chain.doFilter(request, response);
        });
        assertThat(answer.header("X-Seen")).isPresent().isEqualTo(answer.header("X-Request-Id"));
    }

    @Test
    void the_errors_of_the_servlet_pass_through() {
        ScimServlet servlet = TestServer.servlet(TestServer.rollcall(b -> b)).build();
        try (TestServer server = TestServer.start("/", "/*", servlet, new ScimErrorFilter())) {
            assertThat(server.as("GET /Users/none").isError(404).detail()).contains("none");
        }
    }
}

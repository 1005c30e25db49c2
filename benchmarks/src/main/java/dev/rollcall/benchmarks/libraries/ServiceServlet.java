package dev.rollcall.benchmarks.libraries;

import dev.rollcall.benchmarks.contest.Service;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Hands requests to a service, and does nothing else that would cost something. */
final class ServiceServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    private final transient Service service;

    ServiceServlet(Service service) {
        this.service = service;
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        String query = request.getQueryString();
        String target = request.getPathInfo() + (query == null ? "" : "?" + query);
        try {
            Service.Reply reply = service.handle(
                    request.getMethod(), target, request.getInputStream().readAllBytes());
            BareServlet.send(response, reply.status(), reply.body());
        } catch (IOException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new ServletException(e);
        }
    }
}

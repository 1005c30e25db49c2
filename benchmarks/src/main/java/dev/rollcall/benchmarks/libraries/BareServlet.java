package dev.rollcall.benchmarks.libraries;

import dev.rollcall.benchmarks.contest.Numbered;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** The limit of HTTP: reads what comes, and sends the bytes that Rollcall would send, which are there already. */
final class BareServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    private final byte[] user;
    private final transient @Nullable DataSource dataSource;

    private BareServlet(byte[] user, @Nullable DataSource dataSource) {
        this.user = user;
        this.dataSource = dataSource;
    }

    static BareServlet sending() throws Exception {
        return new BareServlet(
                RollcallService.empty()
                        .handle("POST", "/Users", new Numbered().body(0))
                        .body(),
                null);
    }

    /** One statement for each request, on a table that is made first. */
    static BareServlet asking(DataSource dataSource) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement =
                        connection.prepareStatement("create table users (id varchar primary key, document varchar)")) {
            statement.execute();
        }
        return new BareServlet(new byte[0], dataSource);
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        if (dataSource != null) {
            send(response, 200, count(dataSource));
            return;
        }
        boolean creates = request.getMethod().equals("POST");
        request.getInputStream().readAllBytes();
        send(response, creates ? 201 : 200, user);
    }

    private static byte[] count(DataSource dataSource) throws ServletException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement("select count(*) from users");
                ResultSet rows = statement.executeQuery()) {
            rows.next();
            return ("{\"totalResults\":" + rows.getLong(1) + "}").getBytes(java.nio.charset.StandardCharsets.UTF_8);
        } catch (SQLException e) {
            throw new ServletException(e);
        }
    }

    static void send(HttpServletResponse response, int status, byte[] body) throws IOException {
        response.setStatus(status);
        response.setContentType("application/scim+json");
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }
}

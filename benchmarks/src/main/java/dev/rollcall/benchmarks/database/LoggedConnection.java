package dev.rollcall.benchmarks.database;

import java.io.PrintWriter;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Array;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.TreeMap;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * A DataSource of one connection that writes down what is run on it. It costs time: with it is counted, not timed.
 * Belongs to one thread.
 */
public final class LoggedConnection implements DataSource, AutoCloseable {
    private static final String SCROLL = "createStatement";

    private final Connection connection;
    private final StatementLog log = new StatementLog();

    private LoggedConnection(Connection connection) {
        this.connection = connection;
    }

    /** Connects; the caller closes it. */
    public static LoggedConnection to(String url) throws SQLException {
        return new LoggedConnection(
                url.startsWith("jdbc:h2:")
                        ? DriverManager.getConnection(url, "rollcall", "")
                        : DriverManager.getConnection(url));
    }

    /** What was run. */
    public StatementLog log() {
        return log;
    }

    /** The connection itself, beside the log. */
    public Connection quietly() {
        return connection;
    }

    @Override
    public Connection getConnection() {
        return proxy(Connection.class, (self, method, arguments) -> {
            if (method.getName().equals("close")) {
                return null;
            }
            Object result = call(connection, method, arguments);
            if (result instanceof PreparedStatement prepared) {
                return proxy(PreparedStatement.class, new Logging(prepared, (String) arguments[0]));
            }
            return method.getName().equals(SCROLL)
                    ? proxy(Statement.class, new Logging((Statement) result, ""))
                    : result;
        });
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }

    private static @Nullable Object call(Object target, Method method, Object @Nullable [] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    /** Keeps what is bound, and reports what is run. */
    private final class Logging implements InvocationHandler {
        private final Statement statement;
        private final String sql;
        private final TreeMap<Integer, @Nullable Object> parameters = new TreeMap<>();

        Logging(Statement statement, String sql) {
            this.statement = statement;
            this.sql = sql;
        }

        @Override
        public @Nullable Object invoke(Object self, Method method, Object @Nullable [] arguments) throws Throwable {
            String name = method.getName();
            if (name.startsWith("execute")) {
                log.add(arguments != null && arguments[0] instanceof String text ? text : sql, parameters);
            } else if (name.startsWith("set") && arguments != null && arguments.length >= 2) {
                bound(name, (Integer) arguments[0], arguments[1]);
            }
            return call(statement, method, arguments);
        }

        private void bound(String setter, Integer number, @Nullable Object value) throws SQLException {
            if (value instanceof Array array) {
                parameters.put(number, StatementLog.ArrayValue.of(array));
            } else {
                parameters.put(number, setter.equals("setNull") ? null : value);
            }
        }
    }

    @Override
    public Connection getConnection(String user, String password) {
        return getConnection();
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        throw new SQLException("There is nothing inside");
    }

    @Override
    public boolean isWrapperFor(Class<?> type) {
        return false;
    }

    @Override
    public @Nullable PrintWriter getLogWriter() {
        return null;
    }

    @Override
    public void setLogWriter(PrintWriter writer) {}

    @Override
    public void setLoginTimeout(int seconds) {}

    @Override
    public int getLoginTimeout() {
        return 0;
    }

    @Override
    public Logger getParentLogger() {
        return Logger.getLogger(LoggedConnection.class.getName());
    }
}

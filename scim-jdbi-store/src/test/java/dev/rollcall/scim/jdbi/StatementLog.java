package dev.rollcall.scim.jdbi;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;

/** Notes each statement that is executed through a DataSource; a batch is one. Thread-safe. */
final class StatementLog {
    private final List<String> executed = Collections.synchronizedList(new ArrayList<>());
    private final AtomicInteger closedOtherwise = new AtomicInteger();

    /** The same DataSource, watched. */
    DataSource of(DataSource watched) {
        return proxy(DataSource.class, (proxy, method, arguments) -> {
            Object result = call(watched, method, arguments);
            return result instanceof Connection connection ? of(connection) : result;
        });
    }

    /** How many connections came back with another setting of auto-commit than they were lent with. */
    int closedOtherwise() {
        return closedOtherwise.get();
    }

    private Connection of(Connection watched) throws SQLException {
        boolean autoCommit = watched.getAutoCommit();
        return proxy(Connection.class, (proxy, method, arguments) -> {
            if (method.getName().equals("close") && !watched.isClosed() && watched.getAutoCommit() != autoCommit) {
                closedOtherwise.incrementAndGet();
            }
            Object result = call(watched, method, arguments);
            return result instanceof PreparedStatement statement ? of(statement, (String) arguments[0]) : result;
        });
    }

    private PreparedStatement of(PreparedStatement watched, String sql) {
        return proxy(PreparedStatement.class, (proxy, method, arguments) -> {
            if (method.getName().startsWith("execute")) {
                executed.add(sql);
            }
            return call(watched, method, arguments);
        });
    }

    /** What was executed since this was last asked. */
    List<String> take() {
        synchronized (executed) {
            List<String> taken = List.copyOf(executed);
            executed.clear();
            return taken;
        }
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(StatementLog.class.getClassLoader(), new Class<?>[] {type}, handler));
    }

    private static Object call(Object target, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}

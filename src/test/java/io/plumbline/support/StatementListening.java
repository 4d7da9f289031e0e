package io.plumbline.support;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** Hears what a store is asked, with the values. While nobody listens connections are handed out as they are. */
public final class StatementListening {
    private StatementListening() {}

    /** Who hears of each statement, on the connection and thread that ask it. */
    public interface Listener {
        boolean isListening();

        /** What is about to be asked. */
        void before(Connection connection, Asked asked) throws SQLException;

        /** What was asked, and answered. */
        default void after(Connection connection, Asked asked) throws SQLException {}
    }

    /** A statement with its values. */
    public record Asked(String sql, List<Value> values) {
        /** Gives the values to another statement with as many marks. */
        public void bindTo(PreparedStatement statement) throws SQLException {
            try {
                for (var value : values) {
                    value.method().invoke(statement, value.args());
                }
            } catch (IllegalAccessException e) {
                throw new IllegalStateException(e);
            } catch (InvocationTargetException e) {
                throw new SQLException(e.getCause());
            }
        }
    }

    /** How a value was set. */
    public record Value(Method method, Object[] args) {}

    /** The same store, heard. */
    public static DataSource to(DataSource source, Listener listener) {
        return proxy(DataSource.class, (method, args) -> {
            var answer = method.invoke(source, args);
            return listener.isListening() && answer instanceof Connection connection
                    ? heard(connection, listener)
                    : answer;
        });
    }

    private static Connection heard(Connection connection, Listener listener) {
        return proxy(Connection.class, (method, args) -> {
            var answer = method.invoke(connection, args);
            return answer instanceof PreparedStatement statement
                    ? heard(connection, (String) args[0], statement, listener)
                    : answer;
        });
    }

    private static PreparedStatement heard(
            Connection connection, String sql, PreparedStatement statement, Listener listener) {
        var values = new ArrayList<Value>();
        return proxy(PreparedStatement.class, (method, args) -> {
            if (method.getName().startsWith("set") && args != null && args.length > 1) {
                values.add(new Value(method, args));
            }
            if (!method.getName().startsWith("execute")) {
                return method.invoke(statement, args);
            }
            var asked = new Asked(sql, List.copyOf(values));
            listener.before(connection, asked);
            var answer = method.invoke(statement, args);
            listener.after(connection, asked);
            return answer;
        });
    }

    private interface Call {
        Object to(Method method, Object[] args) throws ReflectiveOperationException, SQLException;
    }

    private static <T> T proxy(Class<T> type, Call call) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (proxy, method, args) -> {
            try {
                return call.to(method, args);
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        }));
    }
}

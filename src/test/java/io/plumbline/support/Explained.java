package io.plumbline.support;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.test.context.TestComponent;

/** Asks the store how it would answer each statement, with the values that it was asked with; each statement once. */
@TestComponent
public class Explained implements BeanPostProcessor {
    private static final Pattern ASKS = Pattern.compile("\\s*(select|update|delete|\\(|with)\\b?.*", Pattern.DOTALL);
    private static final Pattern H2_SCAN = Pattern.compile("/\\* public\\.(\\w+)\\.tableScan");

    private final Map<String, List<String>> scanned = new ConcurrentHashMap<>();
    private volatile boolean isAsked;

    /** Which tables a statement reads from the first row to the last, by statement, since this was begun. */
    public Map<String, List<String>> scans() {
        return Map.copyOf(scanned);
    }

    /** From now on statements are explained. */
    public void begin() {
        scanned.clear();
        isAsked = true;
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof DataSource source ? handingOut(source) : bean;
    }

    private DataSource handingOut(DataSource source) {
        return proxy(DataSource.class, (method, args) -> {
            var answer = method.invoke(source, args);
            return answer instanceof Connection connection ? listening(connection) : answer;
        });
    }

    private Connection listening(Connection connection) {
        return proxy(Connection.class, (method, args) -> {
            var answer = method.invoke(connection, args);
            return isAsked && answer instanceof PreparedStatement statement
                    ? listening(connection, (String) args[0], statement)
                    : answer;
        });
    }

    private PreparedStatement listening(Connection connection, String sql, PreparedStatement statement) {
        var values = new ArrayList<Value>();
        return proxy(PreparedStatement.class, (method, args) -> {
            if (method.getName().startsWith("set") && args != null && args.length > 1) {
                values.add(new Value(method, args));
            }
            if (method.getName().startsWith("execute") && ASKS.matcher(sql).matches() && !scanned.containsKey(sql)) {
                scanned.put(sql, explain(connection, sql, values));
            }
            return method.invoke(statement, args);
        });
    }

    private record Value(Method method, Object[] args) {}

    private static List<String> explain(Connection connection, String sql, List<Value> values)
            throws SQLException, IllegalAccessException, InvocationTargetException {
        var scans = new ArrayList<String>();
        try (var explained = connection.prepareStatement("explain " + sql)) {
            for (var value : values) {
                value.method().invoke(explained, value.args());
            }
            try (var rows = explained.executeQuery()) {
                var isH2 = rows.getMetaData().getColumnCount() == 1;
                while (rows.next()) {
                    if (isH2) {
                        var found = H2_SCAN.matcher(rows.getString(1));
                        while (found.find()) {
                            scans.add(found.group(1));
                        }
                    } else if (List.of("ALL", "index").contains(String.valueOf(rows.getString("type")))) {
                        scans.add(String.valueOf(rows.getString("table")));
                    }
                }
            }
        }
        return List.copyOf(scans);
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

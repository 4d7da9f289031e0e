package io.plumbline.startup;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * Runs the statements of an upgrade but those that an earlier run did. Of one that had begun the database says whether it
 * is done: it then refuses to do it again.
 */
final class ResumedStatements extends DelegatingDataSource {
    private static final Logger LOG = LoggerFactory.getLogger(ResumedStatements.class);

    /**
     * MySQL error codes for what is there already (table, column, key, primary key, trigger, procedure, foreign key, check)
     * or no longer (table, column, key, trigger, procedure, check).
     */
    private static final Set<Integer> DONE_ALREADY =
            Set.of(1050, 1060, 1061, 1068, 1359, 1304, 1826, 3822, 1051, 1146, 1054, 1091, 1360, 1305, 3940);

    private final UpgradeProgress progress;

    ResumedStatements(DataSource store, UpgradeProgress progress) {
        super(store);
        this.progress = progress;
    }

    @Override
    public Connection getConnection() throws SQLException {
        var connection = super.getConnection();
        return proxy(Connection.class, (proxied, method, arguments) -> {
            var result = invoke(connection, method, arguments);
            return method.getName().equals("createStatement") && result instanceof Statement statement
                    ? resumed(statement)
                    : result;
        });
    }

    private Statement resumed(Statement statement) {
        return proxy(
                Statement.class,
                (proxied, method, arguments) -> method.getName().equals("execute")
                        ? execute(statement, method, arguments)
                        : invoke(statement, method, arguments));
    }

    private @Nullable Object execute(Statement statement, Method method, Object[] arguments) throws Throwable {
        switch (progress.step()) {
            case NEW -> {
                return invoke(statement, method, arguments);
            }
            case DONE -> {
                return false;
            }
            case BEGUN -> {
                try {
                    return invoke(statement, method, arguments);
                } catch (SQLException refused) {
                    if (!DONE_ALREADY.contains(refused.getErrorCode())) {
                        throw refused;
                    }
                    LOG.info("Statement {} had been done: {}", progress.statement(), refused.getMessage());
                    return false;
                }
            }
        }
        throw new IllegalStateException();
    }

    private static @Nullable Object invoke(Object target, Method method, Object @Nullable [] arguments)
            throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException failed) {
            throw failed.getTargetException();
        }
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }
}

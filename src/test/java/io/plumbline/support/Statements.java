package io.plumbline.support;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Counts what is asked of the store: the SQL of every prepared statement, in order, for the thread that asked. */
@Component
@Profile("test")
public class Statements implements BeanPostProcessor {
    private final ThreadLocal<List<String>> asked = ThreadLocal.withInitial(ArrayList::new);
    private final Map<String, CountDownLatch> awaited = new ConcurrentHashMap<>();

    /**
     * What was asked while this ran, the audit trail's own rows left out. A transaction that gave way to another and
     * was retried counts once: with the statements of its last try.
     */
    public List<String> of(Runnable action) {
        asked.get().clear();
        action.run();
        return asked.get().stream()
                .filter(sql -> !sql.startsWith("insert into audit_event"))
                .toList();
    }

    /** Is counted down as soon as anybody, on any thread, asks something that begins so. */
    public CountDownLatch next(String beginning) {
        return awaited.computeIfAbsent(beginning, sql -> new CountDownLatch(1));
    }

    private void heard(String sql) {
        asked.get().add(sql);
        awaited.keySet().stream()
                .filter(sql::startsWith)
                .map(awaited::remove)
                .filter(Objects::nonNull)
                .forEach(CountDownLatch::countDown);
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof DataSource dataSource ? listening(DataSource.class, dataSource) : bean;
    }

    private void forgetFrom(int begin) {
        var all = asked.get();
        all.subList(Math.min(begin, all.size()), all.size()).clear();
    }

    private <T> T listening(Class<T> type, T target) {
        var committed = new AtomicInteger(asked.get().size());
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (proxy, method, args) -> {
            if (method.getName().equals("prepareStatement")) {
                heard((String) args[0]);
            } else if (method.getName().equals("rollback")) {
                forgetFrom(committed.get());
            } else if (method.getName().equals("commit")) {
                committed.set(asked.get().size());
            }
            try {
                var answer = method.invoke(target, args);
                return answer instanceof Connection connection
                                && method.getName().equals("getConnection")
                        ? listening(Connection.class, connection)
                        : answer;
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        }));
    }
}

package io.plumbline.bench;

import io.plumbline.support.StatementListening;
import io.plumbline.support.StatementListening.Asked;
import io.plumbline.support.StatementListening.Listener;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;

/**
 * What a call asks of the store, and how many rows the store reads for it: on H2 by the scan counts of each question,
 * those of changes left out; on MySQL by what the session's handlers read for all. It hears the thread that made it.
 */
final class RowsRead implements BeanPostProcessor, Listener {
    private static final Pattern QUESTION = Pattern.compile("\\s*(\\(?\\s*select|with)\\b.*", Pattern.DOTALL);
    private static final Pattern SCANNED = Pattern.compile("/\\* scanCount: (\\d+) \\*/");
    private static final String HANDLERS =
            "select sum(variable_value) from performance_schema.session_status where variable_name like 'Handler_read%'";

    private final List<Statement> statements = new ArrayList<>();
    private final Thread user = Thread.currentThread();
    private boolean isListening;
    private long before;

    /** What was asked, and the rows read for it. */
    record Statement(String sql, long rows) {
        /** The audit trail's own row is written beside what somebody asked for. */
        boolean isCounted() {
            return !sql.startsWith("insert into audit_event");
        }
    }

    List<Statement> of(Half call) throws SQLException {
        statements.clear();
        isListening = true;
        try {
            call.run();
        } finally {
            isListening = false;
        }
        return List.copyOf(statements);
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof DataSource source ? StatementListening.to(source, this) : bean;
    }

    @Override
    public boolean isListening() {
        return isListening && Thread.currentThread() == user;
    }

    @Override
    public void before(Connection connection, Asked asked) throws SQLException {
        if (!isH2(connection)) {
            before = handlers(connection);
        } else {
            var isQuestion = QUESTION.matcher(asked.sql()).matches();
            statements.add(new Statement(asked.sql(), isQuestion ? scanned(connection, asked) : 0));
        }
    }

    @Override
    public void after(Connection connection, Asked asked) throws SQLException {
        if (!isH2(connection)) {
            var after = handlers(connection);
            // to ask for the figure reads rows too
            var asking = handlers(connection) - after;
            statements.add(new Statement(asked.sql(), after - before - asking));
        }
    }

    private static boolean isH2(Connection connection) throws SQLException {
        return connection.getMetaData().getURL().startsWith("jdbc:h2:");
    }

    private static long scanned(Connection connection, Asked asked) throws SQLException {
        try (var explained = connection.prepareStatement("explain analyze " + asked.sql())) {
            asked.bindTo(explained);
            try (var plan = explained.executeQuery()) {
                plan.next();
                return SCANNED.matcher(plan.getString(1))
                        .results()
                        .mapToLong(found -> Long.parseLong(found.group(1)))
                        .sum();
            }
        }
    }

    private static long handlers(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(HANDLERS);
                var sum = statement.executeQuery()) {
            sum.next();
            return sum.getLong(1);
        }
    }
}

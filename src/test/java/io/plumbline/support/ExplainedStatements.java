package io.plumbline.support;

import io.plumbline.support.StatementListening.Asked;
import io.plumbline.support.StatementListening.Listener;
import java.sql.Connection;
import java.sql.ResultSet;
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
public class ExplainedStatements implements BeanPostProcessor, Listener {
    private static final Pattern ASKS = Pattern.compile("\\s*(select|update|delete|\\(|with)\\b?.*", Pattern.DOTALL);
    private static final Pattern H2_SCAN = Pattern.compile("/\\* public\\.(\\w+)\\.tableScan");

    private static final Pattern H2_INDEX =
            Pattern.compile("\"?public\"?\\.\"?(\\w+)\"?(?: \"?\\w+\"?)?\\s*/\\* public\\.\\w+: ([^*]*)\\*/");

    private static final Pattern LIMITED =
            Pattern.compile("(?i)\\s*select\\b(?!.*\\bselect\\b).*\\blimit \\S+\\s*", Pattern.DOTALL);

    private static final Pattern ALL_NULLS = Pattern.compile("\"?\\w+\"? IS NULL\\s*");

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
        return bean instanceof DataSource source ? StatementListening.to(source, this) : bean;
    }

    @Override
    public boolean isListening() {
        return isAsked;
    }

    @Override
    public void before(Connection connection, Asked asked) throws SQLException {
        var sql = asked.sql();
        if (ASKS.matcher(sql).matches() && !scanned.containsKey(sql)) {
            scanned.put(sql, explain(connection, asked));
        }
    }

    private static List<String> explain(Connection connection, Asked asked) throws SQLException {
        var scans = new ArrayList<String>();
        var isH2 = !ChosenStore.isMySql();
        // a connection of MySQL on which EXPLAIN ANALYZE was asked answers as a tree until it is told otherwise
        var explain = isH2 ? "explain " : "explain format=traditional ";
        try (var explained = connection.prepareStatement(explain + asked.sql())) {
            asked.bindTo(explained);
            try (var rows = explained.executeQuery()) {
                while (rows.next()) {
                    if (isH2) {
                        var plan = rows.getString(1);
                        H2_SCAN.matcher(plan).results().forEach(found -> scans.add(found.group(1)));
                        H2_INDEX.matcher(plan)
                                .results()
                                .filter(found -> isNearlyAScan(found.group(2)) && !endsEarly(plan))
                                .forEach(found -> scans.add(found.group(1)));
                    } else if (isScan(rows) && !endsEarly(asked.sql(), rows)) {
                        scans.add(String.valueOf(rows.getString("table")));
                    }
                }
            }
        }
        return List.copyOf(scans);
    }

    private static boolean isScan(ResultSet mysql) throws SQLException {
        return List.of("ALL", "index").contains(String.valueOf(mysql.getString("type")));
    }

    /** The first rows of one index in its order, none left out: what comes after them is not read. */
    private static boolean endsEarly(String sql, ResultSet mysql) throws SQLException {
        var extra = String.valueOf(mysql.getString("Extra"));
        return LIMITED.matcher(sql).matches() && !extra.contains("Using where") && !extra.contains("Using filesort");
    }

    /** The first rows of one index in its order: what comes after them is not read. */
    private static boolean endsEarly(String plan) {
        return plan.split("SELECT", -1).length == 2
                && plan.contains("FETCH FIRST")
                && (!plan.contains("ORDER BY") || plan.contains("/* index sorted */"));
    }

    /**
     * All rows that lack a value are many; and so are those of a range, where H2 has that before a list, which it then
     * does not use.
     */
    private static boolean isNearlyAScan(String conditions) {
        var list = conditions.indexOf(" IN(");
        var before = list < 0 ? "" : conditions.substring(0, list);
        return ALL_NULLS.matcher(conditions).matches() || before.contains(" AND ") && !before.contains(" = ");
    }
}

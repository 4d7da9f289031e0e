package io.plumbline.support;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * What a store on H2 had at a moment. Only the tables that have changed since are filled again, which takes a tenth of
 * the time of making all anew; a store whose tables or triggers are others is made anew.
 */
final class H2Snapshot {
    private static final Pattern TABLE = Pattern.compile("INSERT INTO \"public\"\\.\"(\\w+)\".*", Pattern.DOTALL);
    private static final Pattern TRIGGER = Pattern.compile(
            "CREATE FORCE TRIGGER (\"public\"\\.\"\\w+\") .*? ON \"public\"\\.\"(\\w+)\" .*", Pattern.DOTALL);

    private static final int SHORT_PATIENCE = 50;
    private static final int MOST_TRIES = 200;
    private static final Duration BETWEEN_TRIES = Duration.ofMillis(20);
    private static final int LONGEST_PAUSE = 25;

    private final List<String> script;
    private final Map<String, List<String>> rows = new HashMap<>();
    private final Map<String, List<String>> triggers = new HashMap<>();
    private final Map<String, Long> numbers;
    private final String structure;
    private Map<String, Long> lastChanges;

    /** @param script the statements that make the store, as H2 tells them; {@code store} has it now */
    H2Snapshot(List<String> script, JdbcTemplate store) {
        this.script = script;
        for (var sql : script) {
            var table = TABLE.matcher(sql);
            if (table.matches()) {
                rows.computeIfAbsent(table.group(1), first -> new ArrayList<>()).add(sql);
            }
            var trigger = TRIGGER.matcher(sql);
            if (trigger.matches()) {
                triggers.computeIfAbsent(trigger.group(2), first -> new ArrayList<>())
                        .add(sql);
            }
        }
        numbers = longs(store, """
                select table_name || ' alter column ' || column_name, identity_base from information_schema.columns
                where table_schema = 'public' and is_identity = 'YES'""");
        structure = structure(store);
        lastChanges = lastChanges(store);
    }

    /** Whether nobody has written since. */
    boolean isHeldBy(JdbcTemplate store) {
        return lastChanges(store).equals(lastChanges);
    }

    /** Puts everything back but the rows of some tables. The store is one connection of it. */
    void restore(JdbcTemplate store, Set<String> kept) {
        var patience = store.queryForObject("call lock_timeout()", Integer.class);
        store.execute("set lock_timeout " + SHORT_PATIENCE);
        try {
            for (int tries = 1; !isRestored(store, kept, tries == MOST_TRIES); tries++) {
                // a job that holds a table goes on only between tries: each time it gets longer for that
                LockSupport.parkNanos(BETWEEN_TRIES
                        .multipliedBy(Math.min(tries, LONGEST_PAUSE))
                        .toNanos());
            }
        } finally {
            store.execute("set lock_timeout " + patience);
        }
        lastChanges = lastChanges(store);
    }

    /** Other connections wait meanwhile; one that is in a transaction may hold a table, and then has to end it first. */
    private boolean isRestored(JdbcTemplate store, Set<String> kept, boolean isLast) {
        store.execute("set exclusive 1");
        try {
            if (structure(store).equals(structure)) {
                fillChanged(store, kept);
            } else {
                makeAnew(store, kept);
            }
            return true;
        } catch (QueryTimeoutException held) {
            if (isLast) {
                throw held;
            }
            return false;
        } finally {
            store.execute("set exclusive false");
        }
    }

    private void fillChanged(JdbcTemplate store, Set<String> kept) {
        var changed = new ArrayList<String>();
        lastChanges(store).forEach((table, last) -> {
            if (!last.equals(lastChanges.get(table)) && !kept.contains(table)) {
                changed.add(table);
            }
        });
        store.execute("set referential_integrity false");
        // all of them first: one that is held is found before anything is half done
        changed.forEach(table -> store.execute("truncate table " + table));
        var refusing = changed.stream()
                .flatMap(table -> triggers.getOrDefault(table, List.of()).stream())
                .toList();
        refusing.forEach(trigger -> store.execute("drop trigger " + nameOf(trigger)));
        changed.forEach(table -> rows.getOrDefault(table, List.of()).forEach(store::execute));
        refusing.forEach(store::execute);
        store.execute("set referential_integrity true");
        numbers.forEach((column, next) -> store.execute("alter table " + column + " restart with " + next));
    }

    private void makeAnew(JdbcTemplate store, Set<String> kept) {
        var own = new ArrayList<String>();
        for (var table : kept) {
            own.add("delete from " + table);
            store.queryForList("script nosettings table " + table, String.class).stream()
                    .filter(sql -> TABLE.matcher(sql).matches())
                    .forEach(own::add);
        }
        store.execute("drop all objects");
        script.forEach(store::execute);
        own.forEach(store::execute);
    }

    private static String nameOf(String trigger) {
        var named = TRIGGER.matcher(trigger);
        if (!named.matches()) {
            throw new IllegalArgumentException(trigger);
        }
        return named.group(1);
    }

    private static String structure(JdbcTemplate store) {
        return String.valueOf(store.queryForMap("""
                select (select count(*) from information_schema.columns where table_schema = 'public') columns,
                    (select count(*) from information_schema.triggers where trigger_schema = 'public') triggers,
                    (select count(*) from information_schema.indexes where table_schema = 'public') indexes,
                    (select count(*) from information_schema.table_constraints
                     where table_schema = 'public') constraints"""));
    }

    private static Map<String, Long> lastChanges(JdbcTemplate store) {
        return longs(store, """
                select table_name, last_modification from information_schema.tables
                where table_schema = 'public' and table_type = 'BASE TABLE'""");
    }

    private static Map<String, Long> longs(JdbcTemplate store, String sql) {
        var all = new HashMap<String, Long>();
        store.query(sql, row -> {
            all.put(row.getString(1), row.getLong(2));
        });
        return all;
    }
}

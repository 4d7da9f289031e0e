package io.plumbline.startup;

import io.plumbline.shared.StartRefused;
import io.plumbline.shared.ids.Ids;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.flywaydb.core.api.callback.Callback;
import org.flywaydb.core.api.callback.Context;
import org.flywaydb.core.api.callback.Event;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * What of an upgrade of a MySQL is done, statement by statement, in a table that is there only while it lasts. MySQL
 * commits before and after each statement that changes a table. So that a statement has <em>begun</em> is committed before
 * it runs; that it is <em>done</em> is committed with the next one, or with the rows that it wrote. A statement that has
 * begun and is not done is therefore one that changes a table, of which MySQL has done all or nothing.
 *
 * <p>The table has the same comment as the history of the schema. Where a backup was restored over an upgrade that did not
 * end, the comments differ, and what the table says is of a store that is no more.
 */
final class UpgradeProgress implements Callback {
    private static final Logger LOG = LoggerFactory.getLogger(UpgradeProgress.class);
    private static final String TABLE = "upgrade_progress";
    private static final Set<Event> EVENTS = Set.of(
            Event.BEFORE_EACH_MIGRATE,
            Event.AFTER_EACH_MIGRATE,
            Event.BEFORE_EACH_MIGRATE_STATEMENT,
            Event.AFTER_EACH_MIGRATE_STATEMENT,
            Event.AFTER_EACH_MIGRATE_STATEMENT_ERROR);

    /** How far an earlier run got with a statement. */
    enum Step {
        NEW,
        BEGUN,
        DONE
    }

    private final Map<Integer, Step> earlier = new HashMap<>();
    private final Map<Integer, Integer> texts = new HashMap<>();
    private String migration = "";
    private int statement;

    /**
     * Returns whether an upgrade of this store did not finish that can go on.
     *
     * @param history the table with the history of the schema
     */
    static boolean isLeft(String history, JdbcClient store) {
        return store.sql("""
                                select count(*) from information_schema.tables mine
                                join information_schema.tables history using (table_schema, table_comment)
                                where table_schema = schema() and mine.table_name = ? and history.table_name = ?
                                and table_comment <> ''
                                """).params(TABLE, history).query(Integer.class).single() > 0;
    }

    /** Deletes the table once the upgrade has ended. */
    static void delete(String history, JdbcClient store) {
        store.sql("drop table if exists " + TABLE).update();
        comment(history, "", store);
    }

    private static void comment(String history, String words, JdbcClient store) {
        store.sql("alter table " + history + " comment = '" + words + "'").update();
    }

    /** Returns how far an earlier run got with the statement that runs now. */
    Step step() {
        return earlier.getOrDefault(statement, Step.NEW);
    }

    /** Returns the number of the statement in its migration that runs now or ran last, from 1; 0 before the first. */
    int statement() {
        return statement;
    }

    @Override
    public boolean supports(Event event, Context context) {
        return EVENTS.contains(event);
    }

    @Override
    public boolean canHandleInTransaction(Event event, Context context) {
        return true;
    }

    @Override
    public void handle(Event event, Context context) {
        var store = sameTransaction(context.getConnection());
        switch (event) {
            case BEFORE_EACH_MIGRATE -> {
                beginTable(context.getConfiguration().getTable(), store);
                begin(context.getMigrationInfo().getVersion().toString(), store);
            }
            // what runs after the last migration is in none
            case AFTER_EACH_MIGRATE -> begin("", store);
            case BEFORE_EACH_MIGRATE_STATEMENT -> {
                statement++;
                beginStatement(context.getStatement().getSql().strip().hashCode(), store);
            }
            case AFTER_EACH_MIGRATE_STATEMENT_ERROR -> forget(context.getConnection(), store);
            default -> {
                if (step() != Step.DONE) {
                    store.sql("update " + TABLE + " set done = true where migration = ? and statement = ?")
                            .params(migration, statement)
                            .update();
                }
            }
        }
    }

    private void beginStatement(int text, JdbcClient store) {
        if (step() == Step.NEW) {
            store.sql("insert into " + TABLE + " (migration, statement, text, done) values (?, ?, ?, false)")
                    .params(migration, statement, text)
                    .update();
        } else if (!Objects.equals(texts.get(statement), text)) {
            throw new StartRefused(
                    "An upgrade by another build of Plumbline stopped in migration %s, statement %s: start that build, or restore the backup from before the upgrade."
                            .formatted(migration, statement));
        }
    }

    /**
     * A statement that MySQL refused has not begun. Committed, because Flyway takes back what it did not commit; the rows
     * of the statements before are committed with the mark that they are done.
     */
    private void forget(Connection connection, JdbcClient store) {
        try {
            // one that had begun before may be done in spite of what MySQL says now, as where there is no room
            if (step() == Step.NEW) {
                store.sql("delete from " + TABLE + " where migration = ? and statement = ? and not done")
                        .params(migration, statement)
                        .update();
            }
            connection.commit();
        } catch (SQLException | DataAccessException away) {
            // whether it is done, MySQL says when it is tried again
            LOG.debug("The connection to MySQL is lost in the middle of an upgrade", away);
        }
    }

    /** Nobody else migrates at the same time: Flyway holds its lock. */
    private static void beginTable(String history, JdbcClient store) {
        if (!isLeft(history, store)) {
            var upgrade = "upgrade " + Ids.next();
            store.sql("drop table if exists " + TABLE).update();
            comment(history, upgrade, store);
            store.sql("create table " + TABLE
                            + " (migration varchar(50) not null, statement int not null, text int not null, done boolean not null,"
                            + " primary key (migration, statement)) comment = '" + upgrade + "'")
                    .update();
        }
    }

    private void begin(String next, JdbcClient store) {
        migration = next;
        statement = 0;
        earlier.clear();
        texts.clear();
        store.sql("select statement, done, text from " + TABLE + " where migration = ?")
                .param(migration)
                .query(row -> {
                    earlier.put(row.getInt(1), row.getBoolean(2) ? Step.DONE : Step.BEGUN);
                    texts.put(row.getInt(1), row.getInt(3));
                });
    }

    private static JdbcClient sameTransaction(Connection connection) {
        return JdbcClient.create(new SingleConnectionDataSource(connection, true));
    }

    @Override
    public String getCallbackName() {
        return "upgrade progress";
    }
}

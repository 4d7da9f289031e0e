package io.plumbline.startup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.shared.StartRefused;
import io.plumbline.support.MySqlForTests;
import io.plumbline.support.OnMySql;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.mock.env.MockEnvironment;

/** An upgrade of a MySQL that stops at any statement goes on there at the next start, and ends with the same rows. */
@Tag("store")
@OnMySql("MySQL commits each statement that changes a table")
@EnabledIfSystemProperty(named = "plumbline.store", matches = "mysql")
class ResumedUpgradeTest {
    private static final String SECOND = """
            alter table one add column words varchar(20);
            update one set words = concat('row ', id);
            insert into one (id, words) values (3, 'new');
            create table two (id int primary key, one_id int not null);
            create index two_by_one on two (one_id);
            insert into two (id, one_id) select id, id from one;
            alter table two add constraint two_of_one foreign key (one_id) references one (id);
            alter table one rename column words to said;
            create trigger one_locked before delete on one for each row set @deleted = old.id;
            update one set said = concat(said, '!');
            """;

    private final MockEnvironment settings = new MockEnvironment();

    @TempDir
    Path migrations;

    private void aStoreOfTheReleaseBefore() throws IOException {
        MySqlForTests.register((name, value) -> settings.setProperty(name, String.valueOf(value.get())));
        Files.writeString(migrations.resolve("V001__one.sql"), "create table one (id int primary key);");
        upgrade(owner());
        jdbc().update("insert into one values (1), (2)");
        Files.writeString(migrations.resolve("V002__two.sql"), SECOND);
    }

    /** The connection is lost before a statement arrives, or after it was done and before MySQL's answer arrives. */
    @ParameterizedTest
    @CsvSource({
        "1,false", "2,false", "3,false", "4,false", "5,false", "6,false", "7,false", "8,false", "9,false", "10,false",
        "1,true", "2,true", "3,true", "4,true", "5,true", "6,true", "7,true", "8,true", "9,true", "10,true"
    })
    void anUpgradeGoesOnAtTheStatementAtWhichItsConnectionWasLost(int statement, boolean isDone) throws Exception {
        aStoreOfTheReleaseBefore();
        assertThatThrownBy(() -> upgrade(new LostAt(statementOf(statement), isDone, owner())))
                .isInstanceOf(StartRefused.class);
        upgrade(owner());
        assertThat(rows("select id, said from one order by id"))
                .extracting(Map::values)
                .map(List::copyOf)
                .containsExactly(List.of(1, "row 1!"), List.of(2, "row 2!"), List.of(3, "new!"));
        assertThat(rows("select id, one_id from two order by id")).hasSize(3);
        assertThat(rows("show index from two where key_name = 'two_by_one'")).hasSize(1);
        assertThat(rows("show triggers")).hasSize(1);
        assertThat(rows("show tables like 'upgrade_progress'")).isEmpty();
    }

    @Test
    void aStatementThatMySqlRefusesIsNamedAndTriedAgain() throws Exception {
        aStoreOfTheReleaseBefore();
        var second = migrations.resolve("V002__two.sql");
        Files.writeString(second, SECOND + "alter table nowhere add column more int;");
        for (int start = 0; start < 2; start++) {
            assertThatThrownBy(() -> upgrade(owner()))
                    .isInstanceOfSatisfying(StartRefused.class, refused -> assertThat(refused.sentence())
                            .startsWith("The upgrade stopped in migration 002, statement 11: Table '")
                            .contains("nowhere' doesn't exist", "restore the backup from before the upgrade")
                            .doesNotContain("repair", "baseline"));
        }
        assertThat(rows("select id from two")).hasSize(3);
        Files.writeString(second, SECOND.replace("'row '", "'ROW '"));
        assertThatThrownBy(() -> upgrade(owner()))
                .isInstanceOfSatisfying(StartRefused.class, refused -> assertThat(refused.sentence())
                        .isEqualTo(
                                "An upgrade by another build of Plumbline stopped in migration 002, statement 2: start that build,"
                                        + " or restore the backup from before the upgrade."));
        Files.writeString(second, SECOND);
        upgrade(owner());
        assertThat(rows("select id from two")).hasSize(3);
    }

    @Test
    void aStatementThatHadBegunAndIsRefusedForAnotherReasonIsTriedAgain() throws Exception {
        aStoreOfTheReleaseBefore();
        assertThatThrownBy(() -> upgrade(new LostAt(statementOf(7), false, owner())))
                .isInstanceOf(StartRefused.class);
        jdbc().update("insert into two (id, one_id) values (99, 99)");
        assertThatThrownBy(() -> upgrade(owner())).isInstanceOfSatisfying(StartRefused.class, refused -> assertThat(
                        refused.sentence())
                .startsWith("The upgrade stopped in migration 002, statement 7: Cannot add or update a child row"));
        jdbc().update("delete from two where id = 99");
        upgrade(owner());
        assertThat(rows("select constraint_name from information_schema.table_constraints where constraint_name ="
                        + " 'two_of_one' and table_schema = schema()"))
                .hasSize(1);
        assertThat(rows("select said from one where id = 3")).containsExactly(Map.of("said", "new!"));
    }

    @Test
    void whatAnUpgradeDidIsDoneAgainWhereABackupWasRestoredOverIt() throws Exception {
        aStoreOfTheReleaseBefore();
        assertThatThrownBy(() -> upgrade(new LostAt(statementOf(7), true, owner())))
                .isInstanceOf(StartRefused.class);
        // as a dump does it: what it has is dropped and made again, and the rest stays
        var history = rows("select * from flyway_schema_history where version = '001'");
        for (var table : List.of("two", "one", "flyway_schema_history")) {
            var made = rows("show create table " + table)
                    .getFirst()
                    .get("Create Table")
                    .toString();
            jdbc().execute("drop table " + table);
            if (!table.equals("two")) {
                jdbc().execute(table.equals("one") ? "create table one (id int primary key)" : withoutComment(made));
            }
        }
        jdbc().update("insert into one values (1), (2)");
        var restored = history.getFirst();
        jdbc().update(
                        "insert into flyway_schema_history (" + String.join(", ", restored.keySet()) + ") values ("
                                + String.join(", ", Collections.nCopies(restored.size(), "?")) + ")",
                        restored.values().toArray());
        upgrade(owner());
        assertThat(rows("select id, one_id from two order by id")).hasSize(3);
        assertThat(rows("select said from one where id = 1")).containsExactly(Map.of("said", "row 1!"));
    }

    private static String withoutComment(String createTable) {
        return createTable.replaceFirst(" COMMENT='[^']*'", "");
    }

    @Test
    void aCommandWaitsForTheEndOfAnUpgrade() throws Exception {
        aStoreOfTheReleaseBefore();
        assertThatThrownBy(() -> upgrade(new LostAt(statementOf(3), true, owner())))
                .isInstanceOf(StartRefused.class);
        settings.setProperty("plumbline.command", "audit verify");
        assertThatThrownBy(() -> upgrade(owner()))
                .isInstanceOfSatisfying(StartRefused.class, refused -> assertThat(refused.sentence())
                        .startsWith("The upgrade of the store did not finish: start the portal"));
        assertThat(rows("show tables like 'two'")).as("not begun").isEmpty();
    }

    @Test
    void ofTwoNodesOfANewReleaseOneUpgradesAndTheOtherFindsItDone() throws Exception {
        aStoreOfTheReleaseBefore();
        var made = new AtomicInteger();
        var begun = new CountDownLatch(2);
        BeforeUpgrade backup = store -> {
            made.incrementAndGet();
            begun.countDown();
            await(begun);
        };
        try (var nodes = Executors.newFixedThreadPool(2)) {
            var first = nodes.submit(() -> upgrade(owner(), backup));
            var second = nodes.submit(() -> {
                begun.countDown();
                upgrade(owner(), backup);
            });
            first.get();
            second.get();
        }
        assertThat(made).hasValue(1);
        assertThat(rows("select id, said from one order by id")).hasSize(3);
    }

    @Test
    void noPortalStartsOnADatabaseThatIsBeingRestored() throws Exception {
        aStoreOfTheReleaseBefore();
        var database = JdbcClient.create(owner());
        UnfinishedRestore.beginIn(database);
        assertThatThrownBy(() -> upgrade(owner()))
                .isInstanceOfSatisfying(StartRefused.class, refused -> assertThat(refused.sentence())
                        .endsWith(" did not finish: run ./portal restore with the backup again."));
        UnfinishedRestore.waitForReplay(database);
        assertThatThrownBy(() -> upgrade(owner()))
                .isInstanceOfSatisfying(StartRefused.class, refused -> assertThat(refused.sentence())
                        .endsWith(" waits for its binary log: replay it, and then run ./portal restore --finish."));
        UnfinishedRestore.endIn(database);
        upgrade(owner());
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException canceled) {
            Thread.currentThread().interrupt();
        }
    }

    private static String statementOf(int number) {
        return SECOND.split(";\\s*")[number - 1];
    }

    private void upgrade(DataSource owner, BeforeUpgrade... before) {
        new DatabaseCheck(settings, List.of(before))
                .migrate(Flyway.configure()
                        .dataSource(owner)
                        .locations("filesystem:" + migrations)
                        .load());
    }

    private List<Map<String, Object>> rows(String sql) {
        return jdbc().queryForList(sql);
    }

    private JdbcTemplate jdbc() {
        return new JdbcTemplate(owner());
    }

    private DriverManagerDataSource owner() {
        return new DriverManagerDataSource(
                settings.getRequiredProperty("spring.datasource.url"),
                settings.getRequiredProperty("spring.flyway.user"),
                settings.getRequiredProperty("spring.flyway.password"));
    }

    /** A store to which the wire is cut at a statement: whatever uses one of its connections then fails. */
    private static final class LostAt extends DelegatingDataSource {
        private final String sql;
        private final boolean isDone;
        private boolean isLost;

        LostAt(String sql, boolean isDone, DataSource store) {
            super(store);
            this.sql = sql;
            this.isDone = isDone;
        }

        @Override
        public Connection getConnection() throws SQLException {
            if (isLost) {
                throw new SQLException("Communications link failure", "08S01");
            }
            return cut(super.getConnection(), Connection.class);
        }

        private <T> T cut(T whole, Class<T> type) {
            return type.cast(
                    Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (p, method, values) -> {
                        if (method.getName().equals("close") || method.getName().equals("isClosed")) {
                            return call(whole, method, values);
                        }
                        var isHere = method.getName().equals("execute")
                                && sql.equals(String.valueOf(values[0]).strip());
                        if (isLost || isHere && !isDone) {
                            lose(whole);
                        }
                        var answer = call(whole, method, values);
                        if (isHere) {
                            lose(whole);
                        }
                        return answer instanceof Statement statement
                                        && method.getName().equals("createStatement")
                                ? cut(statement, Statement.class)
                                : answer;
                    }));
        }

        private void lose(Object whole) throws SQLException {
            isLost = true;
            if (whole instanceof Statement statement) {
                statement.getConnection().abort(Runnable::run);
            }
            throw new SQLException("Communications link failure", "08S01");
        }

        private static Object call(Object whole, Method method, Object[] values) throws Throwable {
            try {
                return method.invoke(whole, values);
            } catch (InvocationTargetException failed) {
                throw failed.getTargetException();
            }
        }
    }
}

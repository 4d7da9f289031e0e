package io.plumbline.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.h2.api.ErrorCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.health.contributor.Status;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.AbstractDataSource;

/** The health says what the store said last, and a store that has closed itself is opened again. */
@ExtendWith(OutputCaptureExtension.class)
class StoreHealthTest {
    private final AtomicLong nanos = new AtomicLong();
    private final AtomicInteger ended = new AtomicInteger();

    @Test
    void aStoreThatClosedItselfIsReopened(@TempDir Path folder) {
        try (var pool = pool("jdbc:h2:file:" + folder.resolve("plumbline") + ";WRITE_DELAY=0")) {
            var jdbc = new JdbcTemplate(pool);
            jdbc.execute("create table kept (id int primary key)");
            jdbc.update("insert into kept values (1)");
            var health = new StoreHealth(pool, nanos::get, ended::incrementAndGet);
            health.check();
            assertThat(health.health().getStatus()).isEqualTo(Status.UP);

            // as H2 does on a full disk: its connections say of themselves that they are valid
            closeItself(jdbc);
            health.check();
            assertThat(health.health().getStatus()).isEqualTo(Status.DOWN);
            for (int round = 0; round < pool.getMaximumPoolSize() + 1; round++) {
                health.check();
            }
            assertThat(health.health().getStatus()).isEqualTo(Status.UP);
            assertThat(jdbc.queryForObject("select count(*) from kept", Integer.class))
                    .isEqualTo(1);
            assertThat(ended).hasValue(0);
        }
    }

    @Test
    void theProcessEndsIfAClosedStoreCannotBeReopened(CapturedOutput output) {
        var health = new StoreHealth(
                refusing(new SQLException("The database has been closed", "90098", ErrorCode.DATABASE_IS_CLOSED)),
                nanos::get,
                ended::incrementAndGet);
        for (int second = 0; second <= 30; second++) {
            health.check();
            pass(Duration.ofSeconds(1));
        }
        assertThat(ended).hasValue(0);
        health.check();
        assertThat(ended).hasValue(1);
        assertThat(output).contains("the portal ends and must be restarted");
    }

    @Test
    void anUnreachableStoreEndsNothingAndIsLoggedOnceAMinute(CapturedOutput output) {
        var health = new StoreHealth(
                refusing(new SQLException("Communications link failure", "08S01")), nanos::get, ended::incrementAndGet);
        for (int second = 0; second < 120; second++) {
            health.check();
            pass(Duration.ofSeconds(1));
        }
        assertThat(health.health().getStatus()).isEqualTo(Status.DOWN);
        assertThat(ended).hasValue(0);
        assertThat(output.getAll().lines().filter(line -> line.contains("The database cannot be reached")))
                .hasSize(2);
        assertThat(output).doesNotContain("\tat ");
    }

    @Test
    void healthChecksNeverWaitForTheStore() throws Exception {
        var answers = new CountDownLatch(1);
        try (var pool = pool("jdbc:h2:mem:slow")) {
            var health = new StoreHealth(
                    new AbstractDataSource() {
                        @Override
                        public Connection getConnection() throws SQLException {
                            try {
                                answers.await();
                            } catch (InterruptedException e) {
                                throw new SQLException(e);
                            }
                            return pool.getConnection();
                        }

                        @Override
                        public Connection getConnection(String user, String password) throws SQLException {
                            return getConnection();
                        }
                    },
                    nanos::get,
                    ended::incrementAndGet);
            var check = Thread.ofVirtual().start(health::check);
            assertThat(health.health().getStatus()).isEqualTo(Status.DOWN);
            answers.countDown();
            check.join();
            assertThat(health.health().getStatus()).isEqualTo(Status.UP);
            pass(Duration.ofSeconds(11));
            assertThat(health.health().getStatus())
                    .as("an answer of long ago, since the check hangs")
                    .isEqualTo(Status.DOWN);
        }
    }

    private void pass(Duration time) {
        nanos.addAndGet(time.toNanos());
    }

    private static void closeItself(JdbcTemplate jdbc) {
        try {
            jdbc.execute("shutdown immediately");
        } catch (RuntimeException closed) {
            // the connection that asked is closed too
        }
    }

    private static HikariDataSource pool(String url) {
        var pool = new HikariDataSource();
        pool.setJdbcUrl(url);
        pool.setConnectionTimeout(1_000);
        return pool;
    }

    private static AbstractDataSource refusing(SQLException refusal) {
        return new AbstractDataSource() {
            @Override
            public Connection getConnection() throws SQLException {
                throw refusal;
            }

            @Override
            public Connection getConnection(String user, String password) throws SQLException {
                throw refusal;
            }
        };
    }
}

package io.plumbline.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.shared.StaleVersion;
import io.plumbline.support.OnMySql;
import io.plumbline.support.StoreTest;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.orm.jpa.JpaSystemException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionOperations;

/** Where the store lets one of two give way, it is done again as a whole and nobody hears of it. */
@StoreTest
@OnMySql("MySQL ends one of two deadlocked transactions by error codes of its own")
class StoreRetryTest {
    @Autowired
    AutowireCapableBeanFactory portal;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionOperations transaction;

    private Deeds deeds;

    @BeforeEach
    void twoRows() {
        // a bean of this test alone would ask for a portal of its own
        deeds = (Deeds) portal.initializeBean(new Deeds(jdbc), "deeds");
        if (jdbc.sql("update refused_consent set submissions = 0 where on_day in ('2026-01-01', '2026-01-02')")
                        .update()
                == 0) {
            jdbc.sql("insert into refused_consent values (date '2026-01-01', 0), (date '2026-01-02', 0)")
                    .update();
        }
    }

    /** On H2, where one transaction writes at a time, no two can deadlock. */
    @Test
    @EnabledIfSystemProperty(named = "plumbline.store", matches = "mysql")
    void twoDeadlockedTransactionsBothSucceed() throws Exception {
        var first = new Once(new CyclicBarrier(2));
        var second = new Once(first.together);
        try (var people = Executors.newFixedThreadPool(2)) {
            List<Callable<Void>> both = List.of(
                    () -> deeds.count("2026-01-01", "2026-01-02", first),
                    () -> deeds.count("2026-01-02", "2026-01-01", second));
            for (var one : people.invokeAll(both)) {
                one.get();
            }
        }
        assertThat(jdbc.sql("select submissions from refused_consent where on_day < '2026-01-03' order by on_day")
                        .query(Integer.class)
                        .list())
                .as("each deed once, and nothing of the one that gave way")
                .containsExactly(2, 2);
        assertThat(first.tries.get() + second.tries.get())
                .as("somebody did give way")
                .isGreaterThan(2);
    }

    @Test
    void aTransactionIsTriedThreeTimesInTotal() {
        var tries = new AtomicInteger();
        assertThatThrownBy(() -> deeds.fail(() -> {
                    tries.incrementAndGet();
                    throw new CannotAcquireLockException("Held by another");
                }))
                .isInstanceOf(CannotAcquireLockException.class);
        assertThat(tries).hasValue(3);
    }

    @Test
    void aClusterConflictAtCommitIsRetried() {
        var tries = new AtomicInteger();
        deeds.fail(() -> {
            if (tries.incrementAndGet() == 1) {
                throw new JpaSystemException(
                        new IllegalStateException(new SQLException("WSREP detected deadlock/conflict", "40001", 1213)));
            }
        });
        assertThat(tries).hasValue(2);
    }

    @Test
    void aStaleChangeIsNeverRetried() {
        var tries = new AtomicInteger();
        assertThatThrownBy(() -> deeds.fail(() -> {
                    tries.incrementAndGet();
                    throw new OptimisticLockingFailureException("Somebody was quicker");
                }))
                .isInstanceOf(StaleVersion.class);
        assertThat(tries).hasValue(1);
    }

    @Test
    void aNestedTransactionIsNotRetried() {
        var tries = new AtomicInteger();
        assertThatThrownBy(() -> transaction.executeWithoutResult(outer -> deeds.fail(() -> {
                    tries.incrementAndGet();
                    throw new CannotAcquireLockException("Held by another");
                })))
                .isInstanceOf(CannotAcquireLockException.class);
        assertThat(tries).hasValue(1);
    }

    @Test
    void aMethodWithoutATransactionIsNotRetried() {
        var tries = new AtomicInteger();
        assertThatThrownBy(() -> deeds.outside(() -> {
                    tries.incrementAndGet();
                    throw new CannotAcquireLockException("Held by another");
                }))
                .isInstanceOf(CannotAcquireLockException.class);
        assertThat(tries).hasValue(1);
    }

    /** Meets the other one in its first try only. */
    record Once(CyclicBarrier together, AtomicInteger tries) {
        Once(CyclicBarrier together) {
            this(together, new AtomicInteger());
        }

        void meet() {
            if (tries.incrementAndGet() == 1) {
                try {
                    together.await(30, TimeUnit.SECONDS);
                } catch (Exception nobodyCame) {
                    throw new IllegalStateException(nobodyCame);
                }
            }
        }
    }

    @Service
    @Transactional
    static class Deeds {
        private final JdbcClient jdbc;

        Deeds(JdbcClient jdbc) {
            this.jdbc = jdbc;
        }

        Void count(String one, String other, Once once) {
            add(one);
            once.meet();
            add(other);
            return null;
        }

        private void add(String day) {
            jdbc.sql("update refused_consent set submissions = submissions + 1 where on_day = ?")
                    .param(LocalDate.parse(day))
                    .update();
        }

        void fail(Runnable action) {
            action.run();
        }

        @Transactional(propagation = Propagation.NOT_SUPPORTED)
        void outside(Runnable action) {
            action.run();
        }
    }
}

package io.plumbline.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.plumbline.support.OnMySql;
import io.plumbline.support.StoreTest;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Who waits while a transaction writes. */
@StoreTest
@OnMySql("on MySQL neither readers nor writers wait for a transaction that writes")
class WritingTransactionsTest {
    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    JdbcClient jdbc;

    @Value("${spring.datasource.url}")
    String url;

    @Test
    void readersGoOnAndOnH2WritersTakeTurns() throws Exception {
        var write = new TransactionTemplate(transactions);
        var read = new TransactionTemplate(transactions);
        read.setReadOnly(true);
        var writes = new CountDownLatch(1);
        var mayEnd = new CountDownLatch(1);
        var first = Thread.ofPlatform()
                .start(() -> write.executeWithoutResult(status -> {
                    writes.countDown();
                    wait(mayEnd);
                }));
        writes.await();
        read.executeWithoutResult(status -> assertThat(clinics()).isNotNegative());
        var second = Thread.ofPlatform().start(() -> write.executeWithoutResult(status -> clinics()));
        if (url.startsWith("jdbc:h2:")) {
            await().until(() -> second.getState() == Thread.State.TIMED_WAITING);
            mayEnd.countDown();
        }
        second.join();
        mayEnd.countDown();
        first.join();
    }

    private long clinics() {
        return jdbc.sql("select count(*) from clinic").query(Long.class).single();
    }

    private static void wait(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException ended) {
            throw new IllegalStateException(ended);
        }
    }
}

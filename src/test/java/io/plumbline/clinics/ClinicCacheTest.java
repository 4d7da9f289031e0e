package io.plumbline.clinics;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.shared.ids.Ids;
import io.plumbline.support.OnMySql;
import io.plumbline.support.StoreTest;
import io.plumbline.support.TestGroup;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionCallback;
import org.springframework.transaction.support.TransactionTemplate;

/** What everybody asks of the clinics is read once, and never from before a change. */
@StoreTest
@OnMySql("at MySQL's default isolation, a transaction would go on reading the clinics of its beginning")
class ClinicCacheTest {
    @Autowired
    TestGroup group;

    @Autowired
    EntityManager entities;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    PlatformTransactionManager transactions;

    @Test
    void aReadDuringAChangeDoesNotCacheTheOldClinics() throws Exception {
        var reading = new PausedOnce(transactions);
        var known = new ClinicCache(entities, reading);
        try (var reader = Executors.newSingleThreadExecutor()) {
            var before = reader.submit(known::labels);
            assertThat(reading.hasRead.await(1, TimeUnit.MINUTES)).isTrue();
            var added = group.clinic("meanwhile", "America/Phoenix");
            var told = Thread.ofPlatform().start(() -> known.on(new ClinicEvent.Created(added, "US")));
            while (told.getState() == Thread.State.RUNNABLE) {
                // until it waits for the reader, or has not waited
                Thread.onSpinWait();
            }
            reading.goOn.countDown();
            assertThat(before.get()).isNotEmpty().doesNotContainKey(added);
            told.join();
            assertThat(known.labels()).containsKey(added);
        }
    }

    @Test
    void aTransactionThatReadTheClinicsBeforeAChangeReadsThemAfterIt() {
        var transaction = new TransactionTemplate(transactions);
        var known = new ClinicCache(entities, transaction);
        var renamed = group.clinic("renamed", "America/Phoenix");
        transaction.executeWithoutResult(status -> {
            assertThat(known.labels()).containsKey(renamed);
            CompletableFuture.runAsync(() -> jdbc.sql("update clinic set name = 'Named Anew' where id = ?")
                            .param(Ids.bytes(renamed.value()))
                            .update())
                    .join();
            known.on(new ClinicEvent.Changed(renamed, List.of("name"), 1));
            assertThat(known.labels().get(renamed).name()).isEqualTo("Named Anew");
        });
    }

    /** Its first transaction has read the store, and ends when it is told to. */
    private static final class PausedOnce extends TransactionTemplate {
        private final CountDownLatch hasRead = new CountDownLatch(1);
        private final CountDownLatch goOn = new CountDownLatch(1);

        PausedOnce(PlatformTransactionManager transactions) {
            super(transactions);
        }

        @Override
        public <T> @Nullable T execute(TransactionCallback<T> action) {
            var read = super.execute(action);
            hasRead.countDown();
            try {
                assertThat(goOn.await(1, TimeUnit.MINUTES)).isTrue();
            } catch (InterruptedException stopped) {
                throw new IllegalStateException(stopped);
            }
            return read;
        }
    }
}

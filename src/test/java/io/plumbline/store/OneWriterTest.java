package io.plumbline.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.dao.CannotAcquireLockException;

@Timeout(30)
class OneWriterTest {
    @Test
    void aSecondTransactionWritesOnceTheFirstHasEnded() throws Exception {
        var writer = new OneWriter(Duration.ofSeconds(20));
        writer.begin("first");
        var hasWritten = new AtomicBoolean();
        var second = Thread.ofPlatform().start(() -> {
            writer.begin("second");
            hasWritten.set(true);
            writer.end("second");
        });
        await().until(() -> second.getState() == Thread.State.TIMED_WAITING);
        assertThat(hasWritten).isFalse();
        writer.end("first");
        second.join();
        assertThat(hasWritten).isTrue();
    }

    @Test
    void aTransactionGivesUpWhereAnotherWritesForTooLong() {
        var writer = new OneWriter(Duration.ofMillis(20));
        writer.begin("first");
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var second = threads.submit(() -> writer.begin("second"));
            assertThatThrownBy(second::get).hasCauseInstanceOf(CannotAcquireLockException.class);
            // it never had its turn, so its end gives none away
            threads.submit(() -> writer.end("second"));
            var third = threads.submit(() -> writer.begin("third"));
            assertThatThrownBy(third::get).hasCauseInstanceOf(CannotAcquireLockException.class);
        }
        writer.end("first");
    }

    @Test
    void aTransactionWithinAnotherOneWaitsForNobody() {
        var writer = new OneWriter(Duration.ofMillis(20));
        writer.begin("outer");
        writer.begin("inner");
        writer.end("inner");
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var other = threads.submit(() -> writer.begin("other"));
            assertThatThrownBy(other::get).hasCauseInstanceOf(CannotAcquireLockException.class);
        }
        writer.end("outer");
    }

    @Test
    void anInterruptedTransactionDoesNotWrite() {
        var writer = new OneWriter(Duration.ofSeconds(20));
        writer.begin("first");
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var second = threads.submit(() -> {
                Thread.currentThread().interrupt();
                writer.begin("second");
            });
            await().until(second::isDone);
            assertThatThrownBy(second::get).hasCauseInstanceOf(CannotAcquireLockException.class);
        }
        writer.end("first");
    }
}

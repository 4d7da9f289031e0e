package io.plumbline.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.shared.ids.StaffId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Who asks for much work waits for their own, and keeps nobody else waiting. */
class PersonTurnsTest {
    private static final Duration LONG = Duration.ofMinutes(1);
    private static final StaffId BUSY = new StaffId(new UUID(0, 1));
    private static final StaffId OTHER = new StaffId(new UUID(0, 2));

    @Test
    void aPersonWithFortyRequestsHasOneDoneAtATimeAndAnotherPersonIsNotKeptWaiting() throws Exception {
        var turns = new PersonTurns(1, 2, LONG);
        var isStarted = new CountDownLatch(1);
        var isFinished = new CountDownLatch(1);
        var atOnce = new AtomicInteger();
        var most = new AtomicInteger();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var all = new ArrayList<Future<Integer>>();
            for (int n = 0; n < 40; n++) {
                all.add(threads.submit(() -> turns.take(BUSY, () -> {
                    most.accumulateAndGet(atOnce.incrementAndGet(), Math::max);
                    isStarted.countDown();
                    isFinished.await();
                    return atOnce.decrementAndGet();
                })));
            }
            isStarted.await();
            assertThat(turns.take(OTHER, () -> "made")).isEqualTo("made");
            isFinished.countDown();
            for (var one : all) {
                one.get();
            }
        }
        assertThat(most).hasValue(1);
    }

    @Test
    void whoWaitsTooLongIsToldAndNothingIsDone() throws Exception {
        var turns = new PersonTurns(1, 2, Duration.ZERO);
        turns.take(BUSY, () -> {
            assertThatThrownBy(() -> turns.take(BUSY, () -> "made")).isInstanceOf(PersonTurns.NoTurn.class);
            return turns.take(OTHER, () -> {
                assertThatThrownBy(() -> turns.take(new StaffId(new UUID(0, 3)), () -> "made"))
                        .as("no turn is left")
                        .isInstanceOf(PersonTurns.NoTurn.class);
                return "made";
            });
        });
    }

    @Test
    void workThatFailsEndsItsTurn() throws Exception {
        var turns = new PersonTurns(1, 1, Duration.ZERO);
        assertThatThrownBy(() -> turns.take(BUSY, () -> {
                    throw new IllegalStateException("failed");
                }))
                .hasMessage("failed");
        assertThat(turns.take(BUSY, () -> "made")).isEqualTo("made");
    }
}

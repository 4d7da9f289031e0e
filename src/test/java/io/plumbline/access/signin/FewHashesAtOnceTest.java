package io.plumbline.access.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.security.crypto.password.PasswordEncoder;

/** However many passwords are sent at once, few are hashed, and who was not heard is told so. */
class FewHashesAtOnceTest {
    private static final int MANY = 40;

    @Test
    void atMostFourPasswordsAreHashedAtOnceAndOtherSignInsAreRefused() throws Exception {
        var slow = new Slow(new CountDownLatch(MANY - 4));
        var few = new FewHashesAtOnce(slow, 4, Duration.ofMillis(1));
        var tries = new ArrayList<Future<Boolean>>();
        try (var people = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<Boolean> guess = () -> {
                try {
                    return few.matches("guess", "hash");
                } catch (PasswordNotLookedAt busy) {
                    slow.othersAreAnswered.countDown();
                    throw busy;
                }
            };
            for (int i = 0; i < MANY; i++) {
                tries.add(people.submit(guess));
            }
        }
        var notLookedAt = 0;
        for (var one : tries) {
            try {
                assertThat(one.get()).isTrue();
            } catch (ExecutionException refused) {
                assertThat(refused).hasCauseInstanceOf(PasswordNotLookedAt.class);
                notLookedAt++;
            }
        }
        assertThat(notLookedAt).isEqualTo(MANY - 4);
        assertThat(slow.most).hasValue(4);
        assertThat(few.matches("guess", "hash")).isTrue();
    }

    /** Takes until everybody else has been answered. */
    private static final class Slow implements PasswordEncoder {
        private final CountDownLatch othersAreAnswered;
        private final AtomicInteger now = new AtomicInteger();
        private final AtomicInteger most = new AtomicInteger();

        Slow(CountDownLatch othersAreAnswered) {
            this.othersAreAnswered = othersAreAnswered;
        }

        @Override
        public String encode(CharSequence password) {
            return "hash";
        }

        @Override
        public boolean matches(CharSequence password, String hash) {
            most.accumulateAndGet(now.incrementAndGet(), Math::max);
            try {
                othersAreAnswered.await();
                return true;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            } finally {
                now.decrementAndGet();
            }
        }
    }
}

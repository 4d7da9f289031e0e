package io.plumbline.access.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.authentication.event.InteractiveAuthenticationSuccessEvent;
import org.springframework.security.core.context.SecurityContextHolder;

class IdentityProofsTest {
    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-24T17:00:00Z"));
    private final IdentityProofs proofs = new IdentityProofs(Duration.ofMinutes(15), new Ticking());
    private final TestingAuthenticationToken session = new TestingAuthenticationToken("therapist", "");

    private final class Ticking extends Clock {
        @Override
        public Instant instant() {
            return now.get();
        }

        @Override
        public ZoneOffset getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }

    @BeforeEach
    void signIn() {
        SecurityContextHolder.getContext().setAuthentication(session);
    }

    @AfterEach
    void signOut() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void signingInProvesIdentityForFifteenMinutes() {
        assertThat(proofs.isFresh()).isFalse();
        proofs.on(new InteractiveAuthenticationSuccessEvent(session, getClass()));
        assertThat(proofs.isFresh()).isTrue();
        pass(Duration.ofMinutes(15));
        assertThat(proofs.isFresh()).isTrue();
        pass(Duration.ofSeconds(1));
        assertThat(proofs.isFresh()).isFalse();
    }

    @Test
    void enteringThePasswordAgainRenewsTheProof() {
        proofs.on(new InteractiveAuthenticationSuccessEvent(session, getClass()));
        pass(Duration.ofHours(2));
        proofs.given();
        assertThat(proofs.isFresh()).isTrue();
    }

    @Test
    void aSecondSessionOfTheSameUserNeedsItsOwnProof() {
        proofs.given();
        SecurityContextHolder.getContext().setAuthentication(new TestingAuthenticationToken("therapist", ""));
        assertThat(proofs.isFresh()).isFalse();
    }

    private void pass(Duration time) {
        now.updateAndGet(instant -> instant.plus(time));
    }
}

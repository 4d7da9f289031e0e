package io.plumbline.shell;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.shared.NotAvailable;
import io.plumbline.shared.Refused;
import io.plumbline.shared.StaleVersion;
import io.plumbline.shared.store.StoreAway;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.apache.catalina.connector.ClientAbortException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.transaction.CannotCreateTransactionException;

/** An action that is refused is no failure: it asks the screen to go, and leaves no trace of code in the log. */
@ExtendWith(OutputCaptureExtension.class)
class FailuresTest {
    @Test
    void refusalsByServicesAreNotFailures() {
        assertThat(Failures.isNotTheirs(new NotAvailable())).isTrue();
        assertThat(Failures.isNotTheirs(new AccessDeniedException("Access Denied")))
                .isTrue();
    }

    @Test
    void internalErrorsAreFailures() {
        assertThat(Failures.isNotTheirs(new IllegalStateException("Not available")))
                .isFalse();
        try {
            Optional.empty().orElseThrow();
        } catch (NoSuchElementException ofTheCode) {
            assertThat(Failures.isNotTheirs(ofTheCode)).isFalse();
        }
    }

    @Test
    void aRefusalShowsItsOwnMessageWithoutAReference() {
        assertThat(Failures.sentence(new Refused("This role no longer awaits confirmation")))
                .isEqualTo("This role no longer awaits confirmation.");
        assertThat(Failures.sentence(new StaleVersion(Object.class, 7)))
                .isEqualTo("A colleague changed this in the meantime.");
    }

    @Test
    void aClosedConnectionIsNotAFailure() {
        assertThat(Failures.isHungUp(
                        new UncheckedIOException(new ClientAbortException(new IOException("Broken pipe")))))
                .isTrue();
        assertThat(Failures.isHungUp(new UncheckedIOException(new IOException("Disk full"))))
                .isFalse();
    }

    @Test
    void anUnreachableDatabaseIsReportedWithoutAReferenceAndLoggedOnceAMinute(CapturedOutput output) {
        for (int click = 0; click < 100; click++) {
            assertThat(Failures.sentence(new CannotCreateTransactionException("No connection")))
                    .isEqualTo(StoreAway.SENTENCE);
        }
        assertThat(output.getAll().lines().filter(line -> line.contains("cannot be used by the screens")))
                .hasSizeLessThanOrEqualTo(1);
        assertThat(output).doesNotContain("\tat ");
    }

    @Test
    void anyOtherFailureIsShownAndLoggedWithAReference(CapturedOutput output) {
        assertThat(Failures.sentence(new IllegalStateException("A fault of ours")))
                .startsWith("This did not work.");
        assertThat(output).contains("Failed, reference ", "A fault of ours");
    }
}

package io.plumbline.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.shared.StaleVersion;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.transaction.CannotCreateTransactionException;

/** What the log says of jobs that fail. */
@ExtendWith(OutputCaptureExtension.class)
class JobErrorHandlerTest {
    @Test
    void aJobThatFailsBecauseTheDatabaseIsAwayLogsNothing(CapturedOutput output) {
        JobErrorHandler.failed(new CannotCreateTransactionException("No connection"));
        assertThat(output).doesNotContain("A job");
    }

    @ParameterizedTest
    @MethodSource
    void aChangeByAnotherIsNoError(RuntimeException change, CapturedOutput output) {
        JobErrorHandler.failed(change);
        assertThat(output).contains("is done again at its next round").doesNotContain("ERROR", "failed");
    }

    static Stream<RuntimeException> aChangeByAnotherIsNoError() {
        return Stream.of(
                new StaleVersion(JobErrorHandler.class, 1),
                new CannotAcquireLockException("Deadlock"),
                new DuplicateKeyException("Added already"));
    }

    @Test
    void anyOtherJobFailureIsLoggedInFull(CapturedOutput output) {
        JobErrorHandler.failed(new IllegalStateException("A fault of ours"));
        assertThat(output).contains("A job failed and is done again at its next round", "A fault of ours");
    }
}

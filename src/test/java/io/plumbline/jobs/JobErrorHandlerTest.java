package io.plumbline.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.transaction.CannotCreateTransactionException;

/** What the log says of jobs that fail. */
@ExtendWith(OutputCaptureExtension.class)
class JobErrorHandlerTest {
    @Test
    void aJobThatFailsBecauseTheDatabaseIsAwayLogsNothing(CapturedOutput output) {
        JobErrorHandler.failed(new CannotCreateTransactionException("No connection"));
        assertThat(output).doesNotContain("A job");
    }

    @Test
    void anyOtherJobFailureIsLoggedInFull(CapturedOutput output) {
        JobErrorHandler.failed(new IllegalStateException("A fault of ours"));
        assertThat(output).contains("A job failed and is done again at its next round", "A fault of ours");
    }
}

package io.plumbline.audit;

import org.springframework.context.annotation.Lazy;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Withdraws mistaken warnings now, for tests that do not wait for the job. */
@Lazy
@Component
@Profile("test")
public class WithdrawnWarnings {
    private final WarningWithdrawalJob job;

    WithdrawnWarnings(WarningWithdrawalJob job) {
        this.job = job;
    }

    /** Withdraws what is to be withdrawn. */
    public void withdraw() {
        job.withdraw();
    }
}

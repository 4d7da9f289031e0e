package io.plumbline.recalls;

import io.plumbline.access.SystemActor;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Looks every two seconds whether a patient is due for a look: after a change, or because their day has come, which for
 * those who went quiet is at midnight. Takes the lease only if there is work.
 */
@Component
class RecallCheckJob {
    private final RecallCheckService checks;
    private final RecallCheckRun run;
    private final SystemActor system;

    RecallCheckJob(RecallCheckService checks, RecallCheckRun run, SystemActor system) {
        this.checks = checks;
        this.run = run;
        this.system = system;
    }

    @Scheduled(fixedDelayString = "PT2S")
    void ring() {
        if (!system.call(() -> checks.due(1)).isEmpty()) {
            run.look();
        }
    }
}

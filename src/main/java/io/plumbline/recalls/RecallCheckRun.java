package io.plumbline.recalls;

import io.plumbline.access.SystemActor;
import io.plumbline.shared.Refused;
import io.plumbline.shared.StaleVersion;
import io.plumbline.shared.ids.PatientId;
import net.javacrumbs.shedlock.spring.annotation.SchedulerLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;

/**
 * Looks at a batch of patients, each in a transaction of its own, on one node at a time. Whoever deletes the rows of a
 * patient does the look, so that a node whose lease has expired repeats nothing.
 */
@Component
class RecallCheckRun {
    private static final Logger LOG = LoggerFactory.getLogger(RecallCheckRun.class);

    /** A batch ends well within the lease. */
    static final int MOST_AT_ONCE = 500;

    private final RecallCheckService checks;
    private final SystemActor system;

    RecallCheckRun(RecallCheckService checks, SystemActor system) {
        this.checks = checks;
        this.system = system;
    }

    @SchedulerLock(name = "recalls")
    void look() {
        system.call(() -> checks.due(MOST_AT_ONCE)).forEach(this::look);
    }

    /** One patient whose row is locked, or whom somebody is just calling, must not stop the others. */
    private void look(PatientId patient) {
        try {
            system.call(() -> checks.check(patient));
        } catch (ConcurrencyFailureException | DataIntegrityViolationException | StaleVersion changedAtOnce) {
            LOG.info("A recall is being changed; the patient is looked at again in the next run");
        } catch (Refused | IllegalArgumentException | IllegalStateException unreadable) {
            LOG.warn(
                    "Patient {} is left out of the recall board: {}",
                    patient,
                    unreadable.getClass().getSimpleName());
            system.call(() -> checks.leaveOut(patient));
        }
    }
}

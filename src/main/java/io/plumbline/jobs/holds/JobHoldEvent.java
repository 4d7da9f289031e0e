package io.plumbline.jobs.holds;

import io.plumbline.shared.Recorded;
import io.plumbline.shared.StoredKind;
import java.util.UUID;

/** Audit events of job holds. */
@StoredKind("job")
sealed interface JobHoldEvent extends Recorded {
    JobHoldId hold();

    @Override
    default UUID subject() {
        return hold().value();
    }

    /** Jobs wait for an administrator; the detail says why. */
    @StoredKind("job.held")
    record Begun(JobHoldId hold, String detail) implements JobHoldEvent {}

    /** An administrator let them run again; the reason stays with the hold. */
    record Released(JobHoldId hold) implements JobHoldEvent {}
}

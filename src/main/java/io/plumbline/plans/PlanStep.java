package io.plumbline.plans;

import io.plumbline.shared.ids.StaffId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A status change of a plan; the reason is clinical, and omitted for those who may not read it. */
record PlanStep(
        Instant at,
        StaffId by,
        PlanStatus from,
        PlanStatus to,
        @Nullable String reason) {
    PlanStep(Instant at, StaffId by, PlanStatus from, PlanStatus to) {
        this(at, by, from, to, null);
    }
}

package io.plumbline.plans.worklist;

import io.plumbline.access.RelationService;
import io.plumbline.clinics.ClinicService;
import io.plumbline.practitioners.Today;
import io.plumbline.shared.Caller;
import io.plumbline.shared.Permission;
import io.plumbline.shared.Requires;
import java.time.Clock;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Counts the plans of the worklist by filter. */
@Service
@Transactional(readOnly = true)
@Requires(Permission.PLAN_READ)
public class PlanCountService {
    /** A larger count is shown as this one with a plus. */
    public static final int MOST_COUNTED = 1000;

    private final PlanWorklistQuery worklist;
    private final RelationService relations;
    private final ClinicService clinics;
    private final Clock clock;

    PlanCountService(PlanWorklistQuery worklist, RelationService relations, ClinicService clinics, Clock clock) {
        this.worklist = worklist;
        this.relations = relations;
        this.clinics = clinics;
        this.clock = clock;
    }

    /**
     * Returns how many plans of the caller's clinics each filter shows, up to {@link #MOST_COUNTED}; without filters that
     * never show the caller a plan, and empty for those who get their worklist in one page and so need no counting.
     */
    public Map<PlanFilter, Long> byFilter(PlanNarrowing narrowing) {
        return worklist.countByClinics(
                relations.scope(), narrowing, Today.of(Caller.current(), clinics, clock), MOST_COUNTED);
    }
}

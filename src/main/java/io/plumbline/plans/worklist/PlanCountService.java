package io.plumbline.plans.worklist;

import io.plumbline.access.RelationService;
import io.plumbline.clinics.ClinicService;
import io.plumbline.practitioners.Today;
import io.plumbline.shared.CurrentUser;
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
     * Returns how many plans of the current user's clinics each filter shows, up to {@link #MOST_COUNTED}; without filters that
     * never show the current user a plan, and empty for those who get their worklist in one page and so need no counting.
     */
    public Map<PlanFilter, Long> byFilter(PlanNarrowing narrowing) {
        var scope = relations.scope();
        var today = Today.of(CurrentUser.current(), clinics, clock);
        var counted = worklist.countByClinics(scope, narrowing, today, MOST_COUNTED);
        if (CurrentUser.current().seesBothWays()) {
            var besides = worklist.ofPatients(scope, PlanFilter.ALL, today, MOST_COUNTED).stream()
                    .filter(row -> narrowing.shows(row) && !scope.clinics().contains(row.clinic()))
                    .toList();
            for (var filter : PlanFilter.values()) {
                var more = besides.stream().filter(filter::shows).count();
                if (more > 0) {
                    counted.merge(filter, more, Long::sum);
                }
            }
        }
        return counted;
    }
}

package io.plumbline.plans;

import io.plumbline.shared.Permission;
import io.plumbline.shared.Requires;
import io.plumbline.shared.ids.PatientId;
import io.plumbline.shared.ids.PlanId;
import java.time.Clock;
import java.util.List;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Judges courses again: each on the day on which time alone may change the answer, and all after an upgrade of the rules. */
@Service
@Transactional
@Requires(Permission.PLAN_JUDGE)
public class PlanJudgingService {
    private final TreatmentPlans plans;
    private final CourseJudge courses;
    private final Clock clock;

    PlanJudgingService(TreatmentPlans plans, CourseJudge courses, Clock clock) {
        this.plans = plans;
        this.courses = courses;
        this.clock = clock;
    }

    /** An active plan whose course is to be judged. */
    public record Waiting(PlanId plan, PatientId patient) {}

    /** Returns active plans whose course is to be judged by now, in the order of their ids. */
    @Transactional(readOnly = true)
    public List<Waiting> findAfter(PlanId last, int most) {
        return plans.toJudge(clock.instant(), last.value(), Limit.of(most));
    }

    /** Judges the courses of the active plans of a patient. */
    public void judge(PatientId patient) {
        courses.keepProposals(patient);
    }
}

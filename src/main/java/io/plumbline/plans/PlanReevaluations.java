package io.plumbline.plans;

import io.plumbline.clinics.ClinicService;
import io.plumbline.phases.ReevaluationDecision;
import io.plumbline.phases.ReevaluationRules;
import io.plumbline.shared.CurrentUser;
import io.plumbline.shared.Refused;
import io.plumbline.shared.TextLimit;
import io.plumbline.shared.ids.IntakeId;
import java.time.Clock;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** Records that patients were re-evaluated; who is worse is examined before. */
@Component
class PlanReevaluations {
    private final TreatmentPlans plans;
    private final PlanLocker locks;
    private final CourseJudge courses;
    private final PlanExaminations examinations;
    private final ClinicService clinics;
    private final Clock clock;

    PlanReevaluations(
            TreatmentPlans plans,
            PlanLocker locks,
            CourseJudge courses,
            PlanExaminations examinations,
            ClinicService clinics,
            Clock clock) {
        this.plans = plans;
        this.locks = locks;
        this.courses = courses;
        this.examinations = examinations;
        this.clinics = clinics;
        this.clock = clock;
    }

    /**
     * Records a re-evaluation.
     *
     * @throws Refused if a goal was not measured lately, care that changed nothing is to go on, the reason is missing, a
     *     patient who is worse was not examined, or the plan is not active; the message is for the user
     */
    void reevaluate(TreatmentPlan plan, ReevaluationDecision decided, String reason) {
        locks.lock(plan);
        if (!plan.isActive()) {
            throw new Refused("Only an active plan is re-evaluated");
        }
        var course = courses.courseOf(plan);
        var goals = course.goals();
        var today = clinics.todayAt(plan.clinic());
        var proposal = Objects.requireNonNull(course.proposal());
        if (decided == ReevaluationDecision.REFER) {
            PlanReferrals.refuseUnderFlag(proposal);
        }
        var isExamination = proposal.isWorse();
        // the examination counts as the re-evaluation: the course is judged from its day on
        var on = isExamination ? examinations.require(plan, decided) : today;
        var mayContinue = ReevaluationRules.mayContinue(
                ReevaluationRules.courseOf(goals), courses.rulesOf(plan).phase(), isExamination);
        ReevaluationRules.refuse(goals, today, decided, mayContinue);
        if (decided != ReevaluationDecision.CONTINUE
                || isExamination
                || today.isAfter(
                        plan.care().reevaluation(courses.rulesOf(plan), today).dueOn())) {
            TextLimit.required("The reason", reason, 400);
        }
        plan.reevaluate(
                decided,
                goals,
                reason,
                proposal.rulesVersion(),
                CurrentUser.current().staff(),
                clock.instant(),
                on);
        if (decided == ReevaluationDecision.REFER) {
            plan.care().referralIsOpen(today);
        }
        if (isExamination) {
            plan.care().examined(on);
        }
        courses.keepProposal(plan);
        plans.saveAndFlush(plan);
    }

    /**
     * Begins the note by which a patient who is worse is examined for a plan.
     *
     * @throws Refused if the plan is not active, or the patient is not worse; the message is for the user
     */
    IntakeId beginExamination(TreatmentPlan plan) {
        locks.lock(plan);
        if (!plan.isActive() || !courses.propose(plan).isWorse()) {
            throw new Refused("The patient is not worse now: open the plan again");
        }
        var note = examinations.begin(plan);
        plans.saveAndFlush(plan);
        return note;
    }
}

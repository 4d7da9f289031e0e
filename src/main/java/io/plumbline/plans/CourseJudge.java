package io.plumbline.plans;

import io.plumbline.access.PatientRecords;
import io.plumbline.clinics.ClinicService;
import io.plumbline.measures.CourseScoreQuery;
import io.plumbline.measures.MeasureHistory;
import io.plumbline.measures.MeasureService;
import io.plumbline.phases.GoalFact;
import io.plumbline.phases.PhaseRules;
import io.plumbline.phases.Step;
import io.plumbline.phases.StepFacts;
import io.plumbline.phases.StepProposal;
import io.plumbline.phases.StepRules;
import io.plumbline.safety.CourseFlagQuery;
import io.plumbline.safety.SafetyService;
import io.plumbline.shared.Refused;
import io.plumbline.shared.ids.PatientId;
import io.plumbline.taper.CareGrowth;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Judges the course of plans by the facts, and keeps what they propose. */
@Component
class CourseJudge {
    private final TreatmentPlans plans;
    private final PlanLocker locks;
    private final PlanFacts facts;
    private final StepRules rules;
    private final MeasureService measures;
    private final SafetyService safety;
    private final PatientRecords records;
    private final ClinicService clinics;
    private final CourseScoreQuery courseScores;
    private final CourseFlagQuery courseFlags;

    CourseJudge(
            TreatmentPlans plans,
            PlanLocker locks,
            PlanFacts facts,
            StepRules rules,
            MeasureService measures,
            SafetyService safety,
            PatientRecords records,
            ClinicService clinics,
            CourseScoreQuery courseScores,
            CourseFlagQuery courseFlags) {
        this.plans = plans;
        this.locks = locks;
        this.facts = facts;
        this.rules = rules;
        this.measures = measures;
        this.safety = safety;
        this.records = records;
        this.clinics = clinics;
        this.courseScores = courseScores;
        this.courseFlags = courseFlags;
    }

    /** Returns the rules of the phase in which a plan is; those of its last phase if all have ended. */
    PhaseRules rulesOf(TreatmentPlan plan) {
        return facts.rulesOf(plan);
    }

    /** Returns what the facts that the current user may read propose for an active plan. */
    StepProposal propose(TreatmentPlan plan) {
        return rules.propose(facts(plan, measures.findByPatient(plan.patient())));
    }

    private StepFacts facts(TreatmentPlan plan, List<MeasureHistory> scores) {
        // the plan knows whether a flag is in force
        return facts.of(plan, scores, plan.openFlag() == null ? List.of() : safety.findByPatient(plan.patient()));
    }

    /**
     * How a plan does.
     *
     * @param proposal null if it is not active
     */
    record Course(@Nullable StepProposal proposal, List<GoalFact> goals) {}

    /** Returns how an active plan does, by the facts that the current user may read. */
    Course courseOf(TreatmentPlan plan) {
        return courseOf(plan, measures.findByPatient(plan.patient()));
    }

    /** Returns how a plan does, by scores that are known. */
    Course courseOf(TreatmentPlan plan, List<MeasureHistory> scores) {
        if (!plan.isActive()) {
            return new Course(null, facts.goals(plan, scores));
        }
        var known = facts(plan, scores);
        return new Course(rules.propose(known), known.goals());
    }

    /**
     * Keeps what the facts propose with a plan, and whether they ask a clinician to look, for the worklist; that care goes
     * on is nothing to decide. The portal judges it: whoever changes a fact may not be allowed to read all of them.
     */
    void keepProposal(TreatmentPlan plan) {
        if (plan.isActive()) {
            var mine = records.of(plan.patient());
            var proposal = rules.propose(facts.of(plan, courseScores.find(mine), courseFlags.find(mine)));
            plan.care().propose(proposal, rulesOf(plan), judgeAgainAt(plan));
        }
    }

    /** Returns when the next day begins on which time alone may change the answer; null if there is none ahead. */
    private @Nullable Instant judgeAgainAt(TreatmentPlan plan) {
        var today = clinics.todayAt(plan.clinic());
        return facts.turningDays(plan)
                .filter(day -> day.isAfter(today))
                .min(LocalDate::compareTo)
                .map(day -> day.atStartOfDay(clinics.zoneOf(plan.clinic())).toInstant())
                .orElse(null);
    }

    /** Keeps it with each active plan of a patient, after facts have changed. */
    void keepProposals(PatientId patient) {
        locks.lockRunningOf(patient);
        plans.runningOf(records.of(patient)).stream()
                .filter(TreatmentPlan::isActive)
                .forEach(plan -> {
                    keepProposal(plan);
                    plans.saveAndFlush(plan);
                });
    }

    /**
     * Refuses a revision that answers a course that waits with more of the same care, or that takes away by what it is
     * judged. Where care has changed nothing, a treatment that was not given before is other care.
     *
     * @throws Refused with the reason
     */
    void refuseWhileCourseWaits(TreatmentPlan plan, PlanDraft revised) {
        var proposal = propose(plan);
        if (proposal.mayExtend()) {
            return;
        }
        var before = plan.care().draft();
        if (CareGrowth.isMoreOfTheSame(before.services(), revised.services(), proposal.step() == Step.CHANGE)) {
            throw new Refused("A revision cannot add care now. " + proposal.why());
        }
        if (before.goals().stream().anyMatch(goal -> revised.goals().stream().noneMatch(goal::isSameScore))) {
            throw new Refused("Goals cannot be removed for now. " + proposal.why());
        }
        var now = rulesOf(plan);
        var then = facts.rulesOf(plan, revised);
        if (then.reevaluateDays() > now.reevaluateDays() || then.reevaluateVisits() > now.reevaluateVisits()) {
            throw new Refused("The re-evaluation cannot be postponed now. " + proposal.why());
        }
    }
}

package io.plumbline.plans;

import io.plumbline.clinics.ClinicService;
import io.plumbline.intake.Examination;
import io.plumbline.intake.ExaminationQuery;
import io.plumbline.intake.IntakeService;
import io.plumbline.patients.RecordGuard;
import io.plumbline.phases.ReevaluationDecision;
import io.plumbline.phases.ReevaluationRules;
import io.plumbline.practitioners.Discipline;
import io.plumbline.practitioners.PractitionerService;
import io.plumbline.shared.Refused;
import io.plumbline.shared.ids.IntakeId;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * The examination that answers a course that worsens: the intake note that is begun from the plan while the patient is
 * worse, signed by a chiropractor in the last {@link ReevaluationRules#NEWEST_DAYS} days. Source: the step rules.
 */
@Component
class PlanExaminations {
    private static final String NOT_EXAMINED =
            "the note that Examine again begins, signed by a chiropractor, with the red-flag screen, the region and, with"
                    + " leg or arm signs, the nerves";

    private final ExaminationQuery examinations;
    private final IntakeService intake;
    private final PractitionerService practitioners;
    private final ClinicService clinics;
    private final RecordGuard guard;

    PlanExaminations(
            ExaminationQuery examinations,
            IntakeService intake,
            PractitionerService practitioners,
            ClinicService clinics,
            RecordGuard guard) {
        this.examinations = examinations;
        this.intake = intake;
        this.practitioners = practitioners;
        this.clinics = clinics;
        this.guard = guard;
    }

    /** Returns what is to be done before what follows is decided; empty if nothing is. */
    List<String> findMissing(TreatmentPlan plan) {
        return missingIn(find(plan));
    }

    private static List<String> missingIn(Optional<Examination> found) {
        return found.map(Examination::missing).orElse(List.of(NOT_EXAMINED));
    }

    private Optional<Examination> find(TreatmentPlan plan) {
        return plan.care().examination().flatMap(examinations::find).filter(last -> counts(last, plan));
    }

    private boolean counts(Examination last, TreatmentPlan plan) {
        var oldest = clinics.todayAt(plan.clinic()).minusDays(ReevaluationRules.NEWEST_DAYS);
        return !dayOf(last, plan).isBefore(oldest)
                && practitioners
                        .scopeOf(last.signedBy())
                        .filter(scope -> scope.disciplines().contains(Discipline.CHIROPRACTIC))
                        .isPresent();
    }

    private LocalDate dayOf(Examination last, TreatmentPlan plan) {
        return LocalDate.ofInstant(last.signedAt(), clinics.zoneOf(plan.clinic()));
    }

    /**
     * Returns the day of the examination, from which the course is judged.
     *
     * @throws Refused if the patient was not examined, or care is to go on although the examination refers the patient; the
     *     message is for the user
     */
    LocalDate require(TreatmentPlan plan, ReevaluationDecision decided) {
        var last = find(plan);
        var missing = missingIn(last);
        if (!missing.isEmpty()) {
            throw new Refused("Examine the patient first. Missing: " + String.join("; ", missing));
        }
        var found = last.orElseThrow();
        if (decided == ReevaluationDecision.CONTINUE && !found.isTreated()) {
            throw new Refused(
                    "The examination does not find the patient suitable: change the plan, refer or discharge");
        }
        return dayOf(found, plan);
    }

    /** Begins the note of the examination for a plan; returns the one that is being written for it already. */
    IntakeId begin(TreatmentPlan plan) {
        var open = plan.care().examination().filter(examinations::isDraft);
        if (open.isPresent()) {
            return open.get();
        }
        var begun = intake.beginExamination(
                guard.continueOn(plan.patient()),
                plan.clinic(),
                plan.care().draft().reasonForCare());
        plan.care().examineBy(begun);
        return begun;
    }
}

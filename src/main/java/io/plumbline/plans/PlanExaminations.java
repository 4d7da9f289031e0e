package io.plumbline.plans;

import io.plumbline.access.PatientRecords;
import io.plumbline.clinics.ClinicService;
import io.plumbline.intake.Examination;
import io.plumbline.intake.ExaminationQuery;
import io.plumbline.phases.ReevaluationRules;
import io.plumbline.practitioners.Discipline;
import io.plumbline.practitioners.PractitionerService;
import io.plumbline.shared.Refused;
import io.plumbline.shared.ids.IntakeId;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Finds the examination that answers a course that worsens: an intake note that a chiropractor signed since the patient has
 * been worse, in the last {@link ReevaluationRules#NEWEST_DAYS} days. Source: the step rules.
 */
@Component
class PlanExaminations {
    private static final String NOT_EXAMINED =
            "an intake note that a chiropractor signs, with the red-flag screen, the region examined and, with leg or arm"
                    + " signs, the nerves";

    private final ExaminationQuery examinations;
    private final PractitionerService practitioners;
    private final PatientRecords records;
    private final ClinicService clinics;

    PlanExaminations(
            ExaminationQuery examinations,
            PractitionerService practitioners,
            PatientRecords records,
            ClinicService clinics) {
        this.examinations = examinations;
        this.practitioners = practitioners;
        this.records = records;
        this.clinics = clinics;
    }

    /**
     * The examination of a patient who is worse.
     *
     * @param note null if there is none yet
     * @param missing what is to be done before what follows is decided; empty if nothing is
     */
    record Found(@Nullable IntakeId note, List<String> missing) {
        boolean isComplete() {
            return missing.isEmpty();
        }
    }

    Found find(TreatmentPlan plan) {
        return examinations
                .findLast(records.of(plan.patient()))
                .filter(last -> counts(last, plan))
                .map(last -> new Found(last.note(), last.missing()))
                .orElseGet(() -> new Found(null, List.of(NOT_EXAMINED)));
    }

    private boolean counts(Examination last, TreatmentPlan plan) {
        var on = LocalDate.ofInstant(last.signedAt(), clinics.zoneOf(plan.clinic()));
        var oldest = clinics.todayAt(plan.clinic()).minusDays(ReevaluationRules.NEWEST_DAYS);
        return Optional.ofNullable(plan.care().worseSince()).stream().noneMatch(on::isBefore)
                && !on.isBefore(oldest)
                && practitioners
                        .scopeOf(last.signedBy())
                        .filter(scope -> scope.disciplines().contains(Discipline.CHIROPRACTIC))
                        .isPresent();
    }

    /** @throws Refused if the patient is worse and was not examined; the message is for the user */
    void require(TreatmentPlan plan) {
        var found = find(plan);
        if (!found.isComplete()) {
            throw new Refused("Examine the patient first. Missing: " + String.join("; ", found.missing()));
        }
    }
}

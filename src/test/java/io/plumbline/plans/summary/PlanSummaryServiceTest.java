package io.plumbline.plans.summary;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.patients.PatientService;
import io.plumbline.plans.PlanStatus;
import io.plumbline.shared.ids.PatientId;
import io.plumbline.support.Staff;
import io.plumbline.support.StoreTest;
import io.plumbline.support.TestCare;
import io.plumbline.support.TestGroup;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Beside a note stands how far the running plan is and should be. */
@StoreTest
class PlanSummaryServiceTest {
    @Autowired
    PlanSummaryService summaries;

    @Autowired
    PatientService patients;

    @Autowired
    TestCare care;

    @Autowired
    TestGroup group;

    @Autowired
    Staff staff;

    @Test
    void aRunningPlanSaysHowFarItIsAndShouldBe() {
        var patient = care.treated("Stands Somewhere");
        var plan = care.activePlan(patient, "summary");
        var summary = find(patient).orElseThrow();
        var details = care.details(plan);
        assertThat(summary.id()).isEqualTo(plan);
        assertThat(summary.title()).isEqualTo(details.title());
        assertThat(summary.planned()).isEqualTo(details.visits().size());
        assertThat(summary.delivered()).isZero();
        assertThat(summary.expected()).isEqualTo((int) care.plannedDays(plan).stream()
                .filter(day -> !day.isAfter(care.today()))
                .count());
        assertThat(summary.phase()).isEqualTo(details.visits().getFirst().phase());
        assertThat(summary.goals())
                .isEqualTo(Objects.requireNonNull(details.clinical()).draft().goals());
    }

    @Test
    void aPlanOnHoldIsRunningAndADraftIsNot() {
        var patient = care.treated("Stands On Hold");
        assertThat(find(patient)).as("no plan").isEmpty();
        care.draftPlan(patient, "draft", group.west, care.today());
        assertThat(find(patient)).as("a draft").isEmpty();
        var other = care.treated("Stands Running");
        var plan = care.activePlan(other, "held");
        care.move(plan, PlanStatus.ON_HOLD, "A pause of some weeks");
        assertThat(find(other).orElseThrow().status()).isEqualTo(PlanStatus.ON_HOLD);
    }

    @Test
    void thoseWhoDoNotTreatThePatientSeeNothing() {
        var patient = care.treated("Stands Unseen");
        care.activePlan(patient, "unseen");
        var opened = staff.as("manager", () -> patients.details(patient)).orElseThrow();
        assertThat(staff.as("manager", () -> summaries.find(opened, care.today())))
                .isEmpty();
    }

    private Optional<PlanSummary> find(PatientId patient) {
        return staff.as(
                "therapist", () -> summaries.find(patients.details(patient).orElseThrow(), care.today()));
    }
}

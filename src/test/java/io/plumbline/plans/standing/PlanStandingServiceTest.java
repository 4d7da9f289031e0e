package io.plumbline.plans.standing;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.patients.PatientService;
import io.plumbline.plans.PlanStatus;
import io.plumbline.shared.ids.PatientId;
import io.plumbline.support.Staff;
import io.plumbline.support.StoreTest;
import io.plumbline.support.TestCare;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Beside a note stands where the running plan is, and where it should be. */
@StoreTest
class PlanStandingServiceTest {
    @Autowired
    PlanStandingService standings;

    @Autowired
    PatientService patients;

    @Autowired
    TestCare care;

    @Autowired
    Staff staff;

    @Test
    void aRunningPlanSaysHowFarItIsAndShouldBe() {
        var patient = care.treated("Stands Somewhere");
        var plan = care.activePlan(patient, "standing");
        var standing = find(patient).orElseThrow();
        var details = care.details(plan);
        assertThat(standing.id()).isEqualTo(plan);
        assertThat(standing.title()).isEqualTo(details.title());
        assertThat(standing.planned()).isEqualTo(details.visits().size());
        assertThat(standing.delivered()).isZero();
        assertThat(standing.expected()).isEqualTo((int) care.plannedDays(plan).stream()
                .filter(day -> !day.isAfter(care.today()))
                .count());
        assertThat(standing.phase()).isEqualTo(details.visits().getFirst().phase());
        assertThat(standing.goals())
                .isEqualTo(Objects.requireNonNull(details.clinical()).draft().goals());
    }

    @Test
    void aPlanOnHoldIsRunningAndADraftIsNot() {
        var patient = care.treated("Stands On Hold");
        assertThat(find(patient)).as("no plan").isEmpty();
        var plan = care.activePlan(patient, "held");
        care.move(plan, PlanStatus.ON_HOLD, "Pause");
        assertThat(find(patient).orElseThrow().status()).isEqualTo(PlanStatus.ON_HOLD);
    }

    @Test
    void thoseWhoDoNotTreatThePatientSeeNothing() {
        var patient = care.treated("Stands Unseen");
        care.activePlan(patient, "unseen");
        var opened = staff.as("manager", () -> patients.details(patient)).orElseThrow();
        assertThat(staff.as("manager", () -> standings.find(opened, care.today())))
                .isEmpty();
    }

    private Optional<PlanStanding> find(PatientId patient) {
        return staff.as(
                "therapist", () -> standings.find(patients.details(patient).orElseThrow(), care.today()));
    }
}

package io.plumbline.safety;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.intake.IntakeOutcome;
import io.plumbline.phases.PlanPhase;
import io.plumbline.plans.PlanDraft;
import io.plumbline.plans.PlanService;
import io.plumbline.schedule.AppointmentType;
import io.plumbline.shared.Refused;
import io.plumbline.support.OnMySql;
import io.plumbline.support.Staff;
import io.plumbline.support.StoreTest;
import io.plumbline.support.TestCare;
import io.plumbline.support.TestGroup;
import io.plumbline.taper.Frequency;
import io.plumbline.taper.PlannedService;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What a screen raises, and which treatment it forbids. */
@StoreTest
@OnMySql("a booking waits for the row lock of whoever raises a flag")
class ScreeningServiceTest {
    @Autowired
    TestCare care;

    @Autowired
    TestGroup group;

    @Autowired
    Staff staff;

    @Autowired
    ScreeningService screening;

    @Autowired
    PlanService plans;

    @Test
    void aScreenRaisedTwiceRaisesOneFlag() {
        var patient = care.treated("Once");
        var yes = Map.of("RF-CES-4", ScreeningAnswer.YES);
        assertThat(staff.as("therapist", () -> screening.raise(patient, group.west, yes)))
                .isEqualTo(1);
        assertThat(staff.as("therapist", () -> screening.raise(patient, group.west, yes)))
                .isZero();
        var worse = Map.of("RF-CES-4", ScreeningAnswer.YES, "RF-CES-1", ScreeningAnswer.YES);
        assertThat(staff.as("therapist", () -> screening.raise(patient, group.west, worse)))
                .as("the first is an emergency now")
                .isEqualTo(2);
        assertThatThrownBy(() -> staff.as(
                        "therapist",
                        () -> screening.raise(patient, group.west, Map.of("RF-NONE", ScreeningAnswer.YES))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void anOpenReferFlagForbidsOnlyAdjustments() {
        var patient = care.treated("No Thrust");
        staff.as("chiropractor", () -> screening.raise(patient, group.west, Map.of("RF-FX-3", ScreeningAnswer.YES)));
        assertThat(care.isOnHold(patient)).isFalse();
        assertThat(care.bookMassage(patient, care.today())).isNotNull();
        assertThatThrownBy(() -> care.book(
                        AppointmentType.ADJUSTMENT,
                        group.chiropractor,
                        patient,
                        care.today().plusDays(1)))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("no adjustment");
        care.signIntake(patient, care.assessed("back").withOutcome(IntakeOutcome.SUITABLE_WITH_CAUTION));
        var plan = staff.as("chiropractor", () -> plans.begin(patient));
        var adjustments = new PlanDraft(
                        "Adjustments",
                        "back",
                        care.today(),
                        List.of(new PlannedService(
                                PlanPhase.RELIEF, AppointmentType.ADJUSTMENT, group.chiropractor, Frequency.WEEKLY, 2)))
                .withGoals(TestCare.goals(care.today()));
        var version = staff.as("chiropractor", () -> plans.saveDraft(plan, 0, adjustments));
        assertThatThrownBy(() -> staff.doAs("chiropractor", () -> plans.activate(plan, version, TestCare.AGREED)))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("no adjustment");
        care.decideAll(patient);
        staff.doAs("chiropractor", () -> plans.activate(plan, version, TestCare.AGREED));
        assertThat(care.book(
                        AppointmentType.ADJUSTMENT,
                        group.chiropractor,
                        patient,
                        care.today().plusDays(1)))
                .isNotNull();
    }

    @Test
    void noTreatmentIsBookedWhileAFlagIsBeingRaised() throws Exception {
        try (var threads = Executors.newFixedThreadPool(2)) {
            for (var round = 0; round < 5; round++) {
                var patient = care.treated("Slips" + round);
                var both = List.<Callable<Boolean>>of(
                        () -> {
                            try {
                                care.bookMassage(patient, care.today());
                                return true;
                            } catch (Refused onHold) {
                                return false;
                            }
                        },
                        () -> staff.as(
                                        "chiropractor",
                                        () -> screening.raise(
                                                patient, group.west, Map.of("RF-INF-1", ScreeningAnswer.YES)))
                                == 1);
                for (var one : threads.invokeAll(both)) {
                    one.get();
                }
                assertThat(care.isOnHold(patient)).isTrue();
                assertThatThrownBy(() -> care.bookMassage(patient, care.today()))
                        .isInstanceOf(Refused.class);
            }
        }
    }
}

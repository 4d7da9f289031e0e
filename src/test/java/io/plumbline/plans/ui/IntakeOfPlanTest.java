package io.plumbline.plans.ui;

import static io.plumbline.support.Screen.textOf;
import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.intake.IntakeService;
import io.plumbline.patients.PatientService;
import io.plumbline.shared.ids.IntakeId;
import io.plumbline.shared.ids.PatientId;
import io.plumbline.support.Screen;
import io.plumbline.support.Staff;
import io.plumbline.support.StoreTest;
import io.plumbline.support.TestCare;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A plan leads to the version of the intake note from which it was begun, and says if there is a newer one. */
@StoreTest
class IntakeOfPlanTest {
    @Autowired
    IntakeOfPlan intakeOfPlan;

    @Autowired
    IntakeService intake;

    @Autowired
    PatientService patients;

    @Autowired
    TestCare care;

    @Autowired
    Staff staff;

    @Test
    void aPlanSaysFromWhichVersionItWasBegunOnceThereIsANewerOne() {
        var patient = care.treated("Planned");
        var first = care.signIntake(patient, care.assessed("Left knee"));
        assertThat(link(first, patient)).isEqualTo("Signed intake note");
        assertThat(notice(first, patient)).isEmpty();
        var second = staff.as("chiropractor", () -> intake.amend(first, "The other side was meant"));
        assertThat(link(first, patient)).as("a draft changes nothing").isEqualTo("Signed intake note");
        var version = staff.as("chiropractor", () -> intake.saveDraft(second, 0, care.assessed("Right knee")));
        care.asProven("chiropractor", () -> intake.sign(second, version));
        assertThat(link(first, patient))
                .contains("Signed intake note, version 1", "begun from version 1", "version 2 of the intake note");
        assertThat(notice(first, patient)).contains("begun from version 1", "version 2 of the intake note");
        assertThat(link(second, patient)).isEqualTo("Signed intake note, version 2");
        assertThat(notice(second, patient)).isEmpty();
    }

    private String link(IntakeId note, PatientId patient) {
        return staff.as("therapist", () -> textOf(
                        intakeOfPlan.link(note, patients.details(patient).orElseThrow()))
                .strip());
    }

    private String notice(IntakeId note, PatientId patient) {
        return staff.as("therapist", () -> intakeOfPlan
                .notice(note, patients.details(patient).orElseThrow())
                .map(Screen::textOf)
                .orElse(""));
    }
}

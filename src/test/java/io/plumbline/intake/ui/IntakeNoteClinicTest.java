package io.plumbline.intake.ui;

import static io.plumbline.support.Screen.answer;
import static io.plumbline.support.Screen.open;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import io.plumbline.clinics.ClinicLabel;
import io.plumbline.clinics.ClinicService;
import io.plumbline.intake.IntakeDetails;
import io.plumbline.intake.IntakeService;
import io.plumbline.patients.PatientDraft;
import io.plumbline.patients.PatientService;
import io.plumbline.patients.PatientTab;
import io.plumbline.schedule.AppointmentType;
import io.plumbline.schedule.Booking;
import io.plumbline.schedule.ScheduleService;
import io.plumbline.shared.CurrentUser;
import io.plumbline.shared.ids.IntakeId;
import io.plumbline.shared.ids.PatientId;
import io.plumbline.support.DemoTest;
import io.plumbline.support.Staff;
import io.plumbline.support.WithStaff;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Where an intake note of a patient of two clinics is written. */
@DemoTest
class IntakeNoteClinicTest extends SpringBrowserlessTest {
    @Autowired
    Staff staff;

    @Autowired
    PatientService patients;

    @Autowired
    IntakeService intake;

    @Autowired
    ClinicService clinics;

    @Autowired
    ScheduleService schedule;

    @Autowired
    Clock clock;

    @Test
    @WithStaff("chiropractor")
    void anIntakeNoteUsesTheClinicOfTodaysVisitOrAsksForTheClinic() {
        var later = knownAtBoth("Later");
        var oldMill = clinicNamed("Old Mill");
        bookFrom(later, oldMill, 1);
        open(PatientTab.INTAKE.address(later));
        test(button("New intake note")).click();
        answer(find(Dialog.class).single(), "Begin");
        assertThat(clinic().getErrorMessage()).startsWith("Choose where");
        clinic().setValue(oldMill);
        answer(find(Dialog.class).single(), "Begin");
        assertThat(intakeShown().clinic()).isEqualTo(oldMill.id());

        for (var clinic : List.of(clinicNamed("Harbour Street"), oldMill)) {
            var today = knownAtBoth("Today");
            bookFrom(today, oldMill, 1);
            if (bookOn(today, clinic, 0)) {
                open(PatientTab.INTAKE.address(today));
                test(button("New intake note")).click();
                assertThat(intakeShown().clinic()).isEqualTo(clinic.id());
                return;
            }
        }
        throw new AssertionError("The demo's chiropractor has no free time today");
    }

    private PatientId knownAtBoth(String name) {
        return staff.as(
                "manager",
                () -> patients.add(
                        new PatientDraft(name, "Of Two Clinics", null, null, null),
                        clinicNamed("Harbour Street").id()));
    }

    private void bookFrom(PatientId patient, ClinicLabel clinic, int day) {
        assertThat(IntStream.range(day, day + 14).anyMatch(in -> bookOn(patient, clinic, in)))
                .isTrue();
    }

    private boolean bookOn(PatientId patient, ClinicLabel clinic, int inDays) {
        var me = CurrentUser.current().staff();
        var on = LocalDate.ofInstant(clock.instant(), clinic.zone()).plusDays(inDays);
        return staff.as("manager", () -> {
            var offer = schedule.offer(clinic.id(), AppointmentType.CONSULTATION);
            var free = schedule.freeTimes(
                    clinic.id(), AppointmentType.CONSULTATION, offer.timeSlot(me, on, LocalTime.MIN));
            if (free.isEmpty()) {
                return false;
            }
            schedule.book(new Booking(
                    clinic.id(), patient, AppointmentType.CONSULTATION, offer.timeSlot(me, on, free.getFirst()), null));
            return true;
        });
    }

    private IntakeDetails intakeShown() {
        var path = UI.getCurrent().getActiveViewLocation().getPath();
        assertThat(path).startsWith("intake/");
        return intake.open(new IntakeId(UUID.fromString(path.substring("intake/".length()))))
                .orElseThrow();
    }

    private ClinicLabel clinicNamed(String name) {
        return clinics.labels().values().stream()
                .filter(clinic -> clinic.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @SuppressWarnings("unchecked")
    private RadioButtonGroup<ClinicLabel> clinic() {
        return find(RadioButtonGroup.class).withLabel("Clinic").single();
    }

    private Button button(String text) {
        return find(Button.class).withText(text).single();
    }
}

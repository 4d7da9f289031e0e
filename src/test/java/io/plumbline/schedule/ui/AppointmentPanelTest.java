package io.plumbline.schedule.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Aside;
import io.plumbline.schedule.AppointmentStatus;
import io.plumbline.schedule.TimeSlot;
import io.plumbline.shared.Routes;
import io.plumbline.shared.ids.AppointmentId;
import io.plumbline.shared.ids.Ids;
import io.plumbline.support.DemoTest;
import io.plumbline.support.WithStaff;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** One visit on the screen: received, cancelled, closed, and what happened to it. */
@DemoTest
class AppointmentPanelTest extends ScheduleScreenSteps {
    @Test
    @WithStaff("frontdesk")
    void thePanelHasACloseButtonAPhoneLinkAndARebookingActionOnceCanceled() {
        var visit = book(patient("Ana Vidal"), LocalDate.of(2026, 12, 9), LocalTime.of(12, 0));
        open("schedule?day=2026-12-09&appointment=" + visit);
        assertThat(all(Button.class).map(button -> button.getAriaLabel().orElse("")))
                .contains("Close");
        assertThat(all(Anchor.class).map(Anchor::getHref)).anyMatch(href -> href.startsWith("tel:"));
        assertThat(all(Button.class).map(Button::getText))
                .as("its time has not come")
                .contains("Cancel appointment…")
                .doesNotContain("No-show");
        appointments.cancel(visit, 0, "Patient is ill");
        open("schedule?day=2026-12-09");
        open("schedule?day=2026-12-09&appointment=" + visit);
        test(button("Rebook…")).click();
        assertThat(find(BookingPanel.class).exists()).isTrue();
        assertThat(screen()).contains("Book an appointment", "Ana Vidal");
    }

    @Test
    @WithStaff("frontdesk")
    void anAppointmentOpensBesideTheDayAndClosingItLeavesTheDayAsItIs() {
        open(Routes.SCHEDULE);
        var block = block("Ruth Salem", "Assessment");
        test(block).click();
        assertThat(find(Dialog.class).exists()).isFalse();
        var beside = find(Aside.class).withClassName("beside").single();
        assertThat(beside.getElement().hasAttribute("hidden")).isFalse();
        assertThat(block("Ruth Salem", "Assessment")).as("the same day").isSameAs(block);
        all(Button.class)
                .filter(button -> button.getAriaLabel().equals(Optional.of("Close")))
                .findFirst()
                .orElseThrow()
                .click();
        assertThat(beside.getElement().hasAttribute("hidden")).isTrue();
        assertThat(beside.getChildren())
                .as("the patient's data leaves the browser")
                .isEmpty();
        assertThat(address()).isEqualTo(Routes.SCHEDULE);
        assertThat(block("Ruth Salem", "Assessment")).isSameAs(block);
    }

    @Test
    @WithStaff("frontdesk")
    void whoWasExpectedAndHasNotCheckedInIsLateInWords() {
        var visit = book(patient("Ana Vidal"), LocalDate.of(2026, 12, 10), LocalTime.of(13, 0));
        jdbc.sql("update appointment set starts_on = '2026-11-24', starts_at = '06:00:00' where id = ?")
                .param(Ids.bytes(visit.value()))
                .update();
        open("schedule?appointment=" + visit);
        assertThat(block("Ana Vidal", "6:00").getElement().getTextRecursively()).containsPattern("late \\d+ h");
        assertThat(screen()).containsPattern("Late \\d+ h");
        test(button("Check in")).click();
        assertThat(block("Ana Vidal", "6:00").getElement().getTextRecursively())
                .contains("arrived")
                .doesNotContain("late");
        appointments.takeBack(
                visit, appointments.find(visit).orElseThrow().row().version());
        appointments.cancel(
                visit, appointments.find(visit).orElseThrow().row().version(), "The booking was a test only");
    }

    @Test
    @WithStaff("frontdesk")
    void theNextStepOfAVisitIsThePrimaryAction() {
        open(Routes.SCHEDULE);
        test(block("Ruth Salem", "Assessment")).click();
        assertThat(primary().getText()).isEqualTo("Check in");
        test(primary()).click();
        assertThat(screen()).contains("arrived");
        assertThat(primary().getText()).isEqualTo("Start treatment");
        assertThat(all(Button.class).anyMatch(button -> button.getText().equals("Move…")))
                .isFalse();
    }

    @Test
    @WithStaff("frontdesk")
    void cancelingAsksForAReasonAndFreesTheTime() {
        open("schedule?day=2026-11-24");
        test(block("Ivo Marin", "Massage")).click();
        test(button("Cancel appointment…")).click();
        test(button("Cancel the appointment")).click();
        assertThat(reason().isInvalid()).isTrue();
        assertThat(reason().getErrorMessage()).isEqualTo("Say why it is canceled");
        reason().setValue("Patient is ill");
        test(button("Cancel the appointment")).click();
        assertThat(screen()).doesNotContain("3:00–3:50 PM Massage");
    }

    @Test
    @WithStaff("frontdesk")
    void theSameReasonIsTakenAgainByAButtonAndTheTrailSaysSo() {
        var first = book(patient("Ana Vidal"), LocalDate.of(2026, 12, 9), LocalTime.of(14, 0));
        var second = book(patient("Hana Sato"), LocalDate.of(2026, 12, 10), LocalTime.of(15, 0));
        open("schedule?appointment=" + first);
        test(button("Cancel appointment…")).click();
        reason().setValue(".");
        test(button("Cancel the appointment")).click();
        assertThat(reason().getErrorMessage()).startsWith("The reason needs at least 15 letters");
        assertThat(reason().getValue()).isEqualTo(".");
        reason().setValue("Power failure in the street");
        test(button("Cancel the appointment")).click();
        assertThat(canceledFor(first)).doesNotContain("same reason");

        open("schedule?appointment=" + second);
        test(button("Cancel appointment…")).click();
        test(button("Same reason as before")).click();
        assertThat(reason().getValue()).isEqualTo("Power failure in the street");
        test(button("Cancel the appointment")).click();
        assertThat(canceledFor(second)).startsWith("same reason");
    }

    private String canceledFor(AppointmentId visit) {
        assertThat(appointments.find(visit).orElseThrow().row().status()).isEqualTo(AppointmentStatus.CANCELLED);
        return jdbc.sql("select detail from audit_event where kind = 'appointment.cancelled' and subject = ?"
                        + " order by at desc, id desc limit 1")
                .param(Ids.bytes(visit.value()))
                .query(String.class)
                .single();
    }

    @Test
    @WithStaff("frontdesk")
    void anUnclosedPastVisitIsClosedOnTheStartPage() {
        var visit = book(patient("Ana Vidal"), LocalDate.of(2027, 1, 14), LocalTime.of(12, 0));
        jdbc.sql("update appointment set starts_on = '2025-10-02' where id = ?")
                .param(Ids.bytes(visit.value()))
                .update();
        open(Routes.START);
        assertThat(screen())
                .contains("Past visits to close", "Thu, Oct 2, 12:00 PM Consultation with Lena Berg · Booked");
        all(Button.class)
                .filter(button -> button.getAriaLabel().equals(Optional.of("Completed: Ana Vidal, Thu, Oct 2")))
                .findFirst()
                .orElseThrow()
                .click();
        assertThat(screen()).doesNotContain("Thu, Oct 2");
        assertThat(appointments.find(visit).orElseThrow().row().status()).isEqualTo(AppointmentStatus.COMPLETED);
    }

    @Test
    @WithStaff("frontdesk")
    void escapeAsksForConfirmationBeforeDiscardingAReason() {
        open("schedule?appointment=" + book(patient("Ana Vidal"), LocalDate.of(2026, 12, 7), LocalTime.of(14, 0)));
        test(button("Cancel appointment…")).click();
        reason().setValue("Patient is ill");
        escape();
        assertThat(find(ConfirmDialog.class).exists()).isTrue();
    }

    @Test
    @WithStaff("frontdesk")
    void theHistoryShowsTheRealChangesForAnyReasonText() {
        var visit = book(patient("Ana Vidal"), LocalDate.of(2026, 11, 24), LocalTime.of(18, 0));
        var row = appointments.find(visit).orElseThrow().row();
        appointments.move(visit, 0, new TimeSlot(lena(), null, LocalDate.of(2026, 11, 25), row.at(), row.minutes(), 0));
        appointments.cancel(visit, appointments.find(visit).orElseThrow().row().version(), "moved to another town");
        open("schedule?appointment=" + visit);
        assertThat(screen())
                .contains("Moved by", "from Tue, Nov 24, 6:00 PM", "Canceled by", ", moved to another town")
                .doesNotContain("Canceled late", "2026-11-24 18:00");
        var late = book(patient("Ana Vidal"), LocalDate.of(2026, 11, 24), LocalTime.of(18, 0));
        appointments.cancel(late, 0, "Patient is ill");
        open("schedule?appointment=" + late);
        assertThat(screen()).contains("Canceled late by");
    }

    @Test
    @WithStaff("frontdesk")
    void aStatusSetByMistakeIsUndoneInThePanel() {
        var visit = book(patient("Hana Sato"), LocalDate.of(2026, 11, 24), LocalTime.of(17, 0));
        open("schedule?appointment=" + visit);
        assertThat(all(Button.class).anyMatch(button -> button.getText().startsWith("Undo")))
                .isFalse();
        test(button("Check in")).click();
        test(button("Undo “Arrived”")).click();
        assertThat(screen()).contains("Back to booked by", "marked by mistake");
        assertThat(primary().getText()).isEqualTo("Check in");
    }

    @Test
    @WithStaff("frontdesk")
    void aCancellationIsUndoneFromTheMessage() {
        var visit = book(patient("Hana Sato"), LocalDate.of(2026, 12, 10), LocalTime.of(17, 0));
        open("schedule?appointment=" + visit);
        test(button("Cancel appointment…")).click();
        reason().setValue("Booked by mistake");
        test(button("Cancel the appointment")).click();
        assertThat(appointments.find(visit).orElseThrow().row().status()).isEqualTo(AppointmentStatus.CANCELLED);
        test(button("Undo")).click();
        assertThat(appointments.find(visit).orElseThrow().row().status()).isEqualTo(AppointmentStatus.BOOKED);
    }

    private Button primary() {
        return all(Button.class)
                .filter(button -> button.getElement().getThemeList().contains("primary"))
                .filter(button -> !button.getText().equals("Book"))
                .findFirst()
                .orElseThrow();
    }

    @SuppressWarnings("unchecked")
    private ComboBox<String> reason() {
        return (ComboBox<String>) find(ComboBox.class).withLabel("Reason").single();
    }
}

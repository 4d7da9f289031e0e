package io.plumbline.schedule.ui;

import static io.plumbline.support.Screen.answer;
import static io.plumbline.support.Screen.confirm;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.server.VaadinSession;
import io.plumbline.clinics.ClosedDay;
import io.plumbline.shared.FlagLevel;
import io.plumbline.shared.Routes;
import io.plumbline.shared.ids.AppointmentId;
import io.plumbline.shared.ids.Ids;
import io.plumbline.support.ClinicDrafts;
import io.plumbline.support.DemoTest;
import io.plumbline.support.WithStaff;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The schedule on the screen: the address is what is shown. */
@DemoTest
class ScheduleViewTest extends ScheduleScreenSteps {
    @Test
    @WithStaff("manager")
    void theShownWeekIsExportedAfterAskingWhy() {
        open(Routes.SCHEDULE + "?view=week");
        test(find(Button.class).withText("Export…").single()).click();
        test(find(TextField.class).withLabel("Reason for the export").single()).setValue("The room plan of the week");
        answer(find(Dialog.class).single(), "Export");
        confirm(find(Dialog.class).all(), find(PasswordField.class).single(), "demo-manager-pass");
        var file = new ByteArrayOutputStream();
        test(find(Anchor.class).withText("Download again").single()).download(file);
        assertThat(file.toString(StandardCharsets.UTF_8))
                .contains("\"Date\",\"Starts\",\"Ends\",\"Person\"")
                .doesNotContain("NOT COMPLETE");
    }

    @Test
    @WithStaff("frontdesk")
    void theFrontDeskSeesTheDayOfItsClinicByPractitioner() {
        open(Routes.SCHEDULE);
        assertThat(title()).isEqualTo("Tuesday, November 24");
        assertThat(screen()).contains("Dr. Ada Novak", "Tom Eriksen", "Lena Berg", "Ruth Salem", "From 9:00 AM");
        assertThat(screen()).as("of the other clinic").doesNotContain("Jonas Ruiz");
    }

    @Test
    @WithStaff("therapist")
    void theTherapistSeesOnlyTheirOwnColumn() {
        open(Routes.SCHEDULE);
        assertThat(screen()).contains("Tom Eriksen", "Léa Brandt").doesNotContain("Lena Berg", "Ivo Marin");
        assertThat(all(Button.class).anyMatch(button -> button.getText().equals("Book")))
                .isFalse();
    }

    @Test
    @WithStaff("manager")
    void clinicDayAndViewAreInTheAddress() {
        open("schedule?clinic=mill&day=2026-11-26&view=week");
        assertThat(title()).isEqualTo("Sun, Nov 22 to Sat, Nov 28");
        assertThat(screen()).contains("Dr. Jonas Ruiz", "Carl Berg").doesNotContain("Tom Eriksen");
        open("schedule?clinic=mill&day=2026-11-26");
        assertThat(title()).isEqualTo("Thursday, November 26");
    }

    @Test
    @WithStaff("manager")
    void aClosedDayShowsItsReasonAndTheNumberOfBookedVisits() {
        var mill = clinics.findForCurrentUser().stream()
                .filter(clinic -> clinic.draft().code().equals("mill"))
                .findFirst()
                .orElseThrow()
                .id();
        var today = LocalDate.of(2026, 11, 24);
        var before = clinics.setup(mill).orElseThrow();
        var draft = before.details().draft();
        var closed = Stream.concat(draft.closedDays().stream(), Stream.of(new ClosedDay(today, "Burst pipe")))
                .toList();
        var shut = ClinicDrafts.of(
                draft.code(),
                draft.name(),
                draft.zone(),
                draft.country(),
                draft.phone(),
                draft.emergencyNumber(),
                draft.responseTargetMinutes(),
                draft.hours(),
                closed);
        clinics.change(mill, before.details().version(), shut, before.offer());
        try {
            open("schedule?clinic=mill&day=2026-11-24");
            assertThat(screen()).containsPattern("Closed: Burst pipe, \\d+ visits still booked");
            assertThat(schedule.closed(mill, today))
                    .hasValue("Old Mill is closed on Tue, Nov 24 (Burst pipe): choose another day");
            open(Routes.CLINICS);
            assertThat(screen()).containsPattern("Closed on Tue, Nov 24, but \\d+ visits are still booked");
            assertThat(find(Anchor.class).all())
                    .extracting(Anchor::getHref)
                    .contains("schedule?clinic=mill&day=2026-11-24");
        } finally {
            var now = clinics.setup(mill).orElseThrow();
            clinics.change(mill, now.details().version(), draft, before.offer());
        }
    }

    @Test
    @WithStaff("manager")
    void anInvalidAddressShowsToday() {
        open("schedule?clinic=nowhere&day=2026-02-30&view=year&appointment=x&patient=y");
        assertThat(title()).isEqualTo("Tuesday, November 24");
    }

    @Test
    @Timeout(60)
    @WithStaff("frontdesk")
    void aColleaguesBookingAppearsWithoutAReload() {
        open("schedule?day=2026-12-05");
        assertThat(screen()).doesNotContain("Carl Berg");
        var plane = find(Div.class).all().stream()
                .filter(part -> part.hasClassName("day"))
                .findFirst()
                .orElseThrow();
        book(patient("Ivo Marin"), LocalDate.of(2026, 12, 5), LocalTime.of(12, 0));
        while (!screen().contains("Ivo Marin") && !Thread.interrupted()) {
            // what was pushed waits for the session
            VaadinSession.getCurrent().unlock();
            VaadinSession.getCurrent().lock();
        }
        assertThat(screen()).contains("Ivo Marin");
        assertThat(plane.isAttached()).as("stays where it was scrolled to").isTrue();
        assertThat(address()).isEqualTo("schedule?day=2026-12-05");
    }

    @ParameterizedTest
    @ValueSource(strings = {"day", "week"})
    @WithStaff("frontdesk")
    void aTreatmentDuringAClinicalHoldIsMarkedInDayAndWeekView(String view) {
        var massage = massageWithoutFlag();
        var patient = Ids.uuid(jdbc.sql("select subject_id from appointment where id = ?")
                .param(Ids.bytes(massage.value()))
                .query(byte[].class)
                .single());
        open("schedule?view=" + view + "&day=2026-11-24");
        assertThat(blockOf(massage)).doesNotContain("hold");
        try {
            setLevel(patient, FlagLevel.E.name());
            open("schedule?view=" + view + "&day=2026-11-24&again=yes");
            assertThat(blockOf(massage)).contains("hold");
        } finally {
            setLevel(patient, null);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"%2B999999999-12-31", "-999999999-01-01", "%2B10000-01-01", "2026-13-40"})
    @WithStaff("frontdesk")
    void aDateThatDoesNotExistShowsToday(String day) {
        open("schedule?day=2026-11-24");
        var today = title();
        open("schedule?day=" + day);
        assertThat(title()).isEqualTo(today);
        open("schedule?view=week&day=" + day);
        assertThat(title()).isNotEmpty();
    }

    private AppointmentId massageWithoutFlag() {
        return new AppointmentId(Ids.uuid(jdbc.sql("""
                select a.id from appointment a join patient_summary s on s.patient_id = a.subject_id
                where a.starts_on = '2026-11-24' and a.clinic_id = ? and a.appointment_type = 'MASSAGE'
                    and a.status in ('BOOKED', 'CONFIRMED') and s.open_flag_level is null""")
                .param(Ids.bytes(harbour().value()))
                .query(byte[].class)
                .list()
                .getFirst()));
    }

    private void setLevel(UUID patient, @Nullable String level) {
        jdbc.sql("update patient_summary set open_flag_level = ? where patient_id = ?")
                .param(level)
                .param(Ids.bytes(patient))
                .update();
    }

    private String blockOf(AppointmentId appointment) {
        return find(NativeButton.class).all().stream()
                .map(NativeButton::getElement)
                .filter(block -> appointment.toString().equals(block.getAttribute("data-appointment")))
                .findFirst()
                .orElseThrow()
                .getTextRecursively();
    }
}

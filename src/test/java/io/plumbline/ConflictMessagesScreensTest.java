package io.plumbline;

import static io.plumbline.support.Screen.answer;
import static io.plumbline.support.Screen.open;
import static io.plumbline.support.Screen.textOf;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Aside;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import io.plumbline.notes.NoteDraft;
import io.plumbline.notes.NoteService;
import io.plumbline.notes.NoteStartService;
import io.plumbline.notes.VisitKey;
import io.plumbline.patients.PatientService;
import io.plumbline.plans.PlanDraft;
import io.plumbline.plans.PlanService;
import io.plumbline.schedule.AppointmentRow;
import io.plumbline.schedule.AppointmentService;
import io.plumbline.schedule.AppointmentStatus;
import io.plumbline.schedule.AppointmentType;
import io.plumbline.schedule.Booking;
import io.plumbline.schedule.ScheduleService;
import io.plumbline.schedule.TimeSlot;
import io.plumbline.shared.Routes;
import io.plumbline.shared.ids.AppointmentId;
import io.plumbline.shared.ids.ClinicId;
import io.plumbline.shared.ids.Ids;
import io.plumbline.shared.ids.PatientId;
import io.plumbline.shared.ids.PlanId;
import io.plumbline.shared.ids.StaffId;
import io.plumbline.support.DemoTest;
import io.plumbline.support.Staff;
import io.plumbline.support.WithStaff;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a screen says to somebody who types while somebody else saves, and that it keeps what they typed. */
@DemoTest
class ConflictMessagesScreensTest extends SpringBrowserlessTest {
    @Autowired
    Staff staff;

    @Autowired
    PlanService plans;

    @Autowired
    NoteService notes;

    @Autowired
    NoteStartService starts;

    @Autowired
    PatientService patients;

    @Autowired
    ScheduleService schedule;

    @Autowired
    AppointmentService appointments;

    @Autowired
    JdbcClient jdbc;

    @Test
    @WithStaff("chiropractor")
    void aPlanConflictShowsTheColleaguesTextAndKeepsTheUsersText() {
        var plan = plans.begin(patient("Anand Mehta"));
        open(Routes.plan(plan));
        var before = plans.open(plan).orElseThrow();
        var draft = Objects.requireNonNull(before.clinical()).draft();
        var theirs = new PlanDraft("Their name", "Their reason", draft.startsOn(), draft.services())
                .withGoals(draft.goals());
        staff.doAs("chiropractor", () -> plans.saveDraft(plan, before.version(), theirs));
        test(field("Name of the plan")).setValue("My name");
        assertThat(screen())
                .contains(
                        "changed this in the meantime",
                        "“Their name”",
                        "“Their reason”",
                        "What you typed is still here");
        assertThat(field("Name of the plan").getValue()).isEqualTo("My name");
        assertThat(field("Reason for care").getValue())
                .as("what only they changed")
                .isEqualTo("Their reason");
        assertThat(draftOf(plan).title()).as("nothing is written over").isEqualTo("Their name");
        test(button("Keep mine")).click();
        assertThat(draftOf(plan).title()).isEqualTo("My name");
        assertThat(draftOf(plan).reasonForCare()).isEqualTo("Their reason");
    }

    @Test
    @WithStaff("therapist")
    void aNoteConflictShowsTheTextOfTheOtherWindowAndKeepsTheUsersText() {
        var note = notes.visitsToday().stream()
                .filter(row -> row.personName().equals("Léa Brandt"))
                .findFirst()
                .map(row -> starts.begin(row.key()))
                .orElseThrow();
        open(Routes.note(note));
        var before = notes.open(note).orElseThrow();
        notes.saveDraft(note, before.version(), told("Found in the other window", "Next in the other window"));
        test(area("Next step")).setValue("Next in mine");
        assertThat(screen())
                .contains(
                        "You, in another window, changed this in the meantime",
                        "Found in the other window",
                        "Next in the other window",
                        "What you typed is still here");
        assertThat(area("Next step").getValue()).isEqualTo("Next in mine");
        assertThat(notes.open(note).orElseThrow().draft().nextStep()).isEqualTo("Next in the other window");
        test(button("Keep mine")).click();
        var end = notes.open(note).orElseThrow();
        assertThat(end.draft()).isEqualTo(told("Found in the other window", "Next in mine"));
        notes.saveDraft(note, end.version(), before.draft());
    }

    @Test
    @WithStaff("therapist")
    void theTextOfTheOtherWindowLeavesTheFieldAloneInWhichSomebodyDictates() {
        var note = notes.visitsToday().stream()
                .filter(row -> row.personName().equals("Léa Brandt"))
                .findFirst()
                .map(row -> row.appointment() == null
                        ? starts.begin(new VisitKey.Planned(Objects.requireNonNull(row.plannedVisit())))
                        : starts.begin(new VisitKey.Booked(row.appointment())))
                .orElseThrow();
        open(Routes.note(note));
        var before = notes.open(note).orElseThrow();
        test(area("Findings")).setValue("Dictated so far ");
        var saved = notes.open(note).orElseThrow();
        notes.saveDraft(note, saved.version(), told("Dictated so far", "Next in the other window"));
        test(area("Findings")).setValue("Dictated so far, and ");
        assertThat(area("Next step").getValue()).isEqualTo("Next in the other window");
        assertThat(area("Findings").getValue())
                .as("with its space: a new value would move the caret and end a composition")
                .isEqualTo("Dictated so far, and ");
        var end = notes.open(note).orElseThrow();
        assertThat(end.draft()).isEqualTo(told("Dictated so far, and", "Next in the other window"));
        notes.saveDraft(note, end.version(), before.draft());
    }

    private static NoteDraft told(String observations, String nextStep) {
        return new NoteDraft(
                null,
                null,
                null,
                null,
                List.of(),
                NoteDraft.EMPTY.modalities(),
                null,
                null,
                null,
                null,
                null,
                observations,
                "",
                nextStep);
    }

    @Test
    @WithStaff("frontdesk")
    void aMoveConflictSaysWhoMovedTheAppointmentAndKeepsTheChosenTime() {
        var visit = book(LocalDate.of(2026, 12, 16));
        open("schedule?appointment=" + visit);
        find(Button.class).withText("Move…").single().click();
        roundTrip();
        var mine = times().getListDataView().getItems().toList().getLast();
        times().setValue(mine);
        staff.doAs(
                "manager",
                () -> appointments.move(visit, 0, at(row(visit), LocalDate.of(2026, 12, 17), LocalTime.of(13, 0))));
        button("Move").click();
        assertThat(screen())
                .contains(
                        "Maren Holt changed this appointment in the meantime: it is now on Thu, Dec 17, 1:00 PM",
                        "What you chose is still here");
        assertThat(times().getValue()).isEqualTo(mine);
        assertThat(row(visit).at()).as("nothing is written over").isEqualTo(LocalTime.of(13, 0));
        button("Move").click();
        assertThat(screen()).doesNotContain("What you chose is still here");
        assertThat(row(visit).at()).isEqualTo(mine);
        assertThat(row(visit).on()).isEqualTo(LocalDate.of(2026, 12, 16));
    }

    @Test
    @WithStaff("frontdesk")
    void aCancelConflictSaysWhoConfirmedTheAppointmentAndKeepsTheReason() {
        var visit = book(LocalDate.of(2026, 12, 18));
        open("schedule?appointment=" + visit);
        find(Button.class).withText("Cancel appointment…").single().click();
        roundTrip();
        reason().setValue("Patient is ill");
        staff.doAs("manager", () -> appointments.mark(visit, 0, AppointmentStatus.CONFIRMED));
        var cancelling = dialog();
        answer(cancelling, "Cancel the appointment");
        assertThat(textOf(cancelling))
                .contains(
                        "Maren Holt changed this appointment in the meantime: it is now confirmed",
                        "Your reason is still here");
        assertThat(reason().getValue()).isEqualTo("Patient is ill");
        assertThat(row(visit).status()).isEqualTo(AppointmentStatus.CONFIRMED);
        answer(cancelling, "Cancel the appointment");
        assertThat(row(visit).status()).isEqualTo(AppointmentStatus.CANCELLED);
    }

    @Test
    @WithStaff("frontdesk")
    void confirmingACanceledAppointmentSaysWhoCanceledIt() {
        var visit = book(LocalDate.of(2026, 12, 15));
        open("schedule?appointment=" + visit);
        staff.doAs("manager", () -> appointments.cancel(visit, 0, "Patient cannot come"));
        find(Button.class).withText("Confirmed").single().click();
        assertThat(textOf(find(Aside.class).withClassName("beside").single()))
                .contains("Maren Holt changed this appointment in the meantime: it is now canceled");
        assertThat(row(visit).status()).isEqualTo(AppointmentStatus.CANCELLED);
    }

    private AppointmentId book(LocalDate on) {
        return schedule.book(new Booking(
                new ClinicId(id("select id from clinic where code = 'harbour'")),
                new StaffId(id("select id from practitioner where family_name = 'Berg' and given_name = 'Lena'")),
                patient("Ana Vidal"),
                AppointmentType.CONSULTATION,
                on,
                LocalTime.NOON,
                30));
    }

    private UUID id(String sql) {
        return Ids.uuid(jdbc.sql(sql).query(byte[].class).single());
    }

    private static TimeSlot at(AppointmentRow row, LocalDate on, LocalTime time) {
        return new TimeSlot(row.practitioner(), row.room(), on, time, row.minutes(), row.bufferMinutes());
    }

    private AppointmentRow row(AppointmentId visit) {
        return staff.as("manager", () -> appointments.find(visit)).orElseThrow().row();
    }

    private PlanDraft draftOf(PlanId plan) {
        return Objects.requireNonNull(plans.open(plan).orElseThrow().clinical()).draft();
    }

    private PatientId patient(String name) {
        return staff.as("manager", () -> patients.search(name)).stream()
                .filter(row -> row.name().equals(name))
                .findFirst()
                .orElseThrow()
                .id();
    }

    /** The one that opened last. */
    private Dialog dialog() {
        roundTrip();
        return find(Dialog.class).all().getLast();
    }

    private TextField field(String label) {
        return find(TextField.class).withLabel(label).single();
    }

    private TextArea area(String label) {
        return find(TextArea.class).withLabel(label).single();
    }

    private Button button(String text) {
        return find(Button.class).withText(text).single();
    }

    @SuppressWarnings("unchecked")
    private ComboBox<String> reason() {
        return (ComboBox<String>) find(ComboBox.class).withLabel("Reason").single();
    }

    @SuppressWarnings("unchecked")
    private RadioButtonGroup<LocalTime> times() {
        return (RadioButtonGroup<LocalTime>)
                find(RadioButtonGroup.class).withLabel("Free time").single();
    }

    private String screen() {
        return textOf(find(Main.class).single());
    }
}

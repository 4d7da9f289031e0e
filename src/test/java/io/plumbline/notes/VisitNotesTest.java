package io.plumbline.notes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.practitioners.Discipline;
import io.plumbline.practitioners.PractitionerDraft;
import io.plumbline.practitioners.PractitionerService;
import io.plumbline.practitioners.WorkingHours;
import io.plumbline.schedule.AppointmentRow;
import io.plumbline.schedule.AppointmentService;
import io.plumbline.schedule.AppointmentStatus;
import io.plumbline.schedule.AppointmentType;
import io.plumbline.schedule.Booking;
import io.plumbline.schedule.ScheduleService;
import io.plumbline.schedule.TimeSlot;
import io.plumbline.shared.Refused;
import io.plumbline.shared.Role;
import io.plumbline.shared.ids.AppointmentId;
import io.plumbline.shared.ids.Ids;
import io.plumbline.shared.ids.NoteId;
import io.plumbline.shared.ids.PatientId;
import io.plumbline.shared.ids.StaffId;
import io.plumbline.support.AnsweredChecks;
import io.plumbline.support.MovableClock;
import io.plumbline.support.Staff;
import io.plumbline.support.StoreTest;
import io.plumbline.support.TestCare;
import io.plumbline.support.TestGroup;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What every store promises of the notes of visits that are moved, refused or many. */
@StoreTest
@Tag("core")
class VisitNotesTest {
    private static final AtomicInteger COLLEAGUES = new AtomicInteger();

    @Autowired
    TestGroup group;

    @Autowired
    TestCare care;

    @Autowired
    Staff staff;

    @Autowired
    NoteService notes;

    @Autowired
    NoteStartService starts;

    @Autowired
    ScheduleService schedule;

    @Autowired
    AppointmentService appointments;

    @Autowired
    PractitionerService practitioners;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MovableClock clock;

    @Test
    void theDraftOfAMovedVisitGetsItsNewDay() {
        var patient = care.patient("Moved Draft", group.west);
        var appointment = care.bookMassage(patient, care.today(), null);
        var note = staff.as("therapist", () -> starts.begin(new VisitKey.Booked(appointment)));
        staff.as("therapist", () -> notes.saveDraft(note, 0, TestCare.done()));
        var thursday = care.today().plusDays(2);
        move(appointment, group.therapist, thursday);
        assertThat(staff.as("therapist", () -> notes.open(note)).orElseThrow().treatedOn())
                .isEqualTo(thursday);
        assertThat(audited("note.written", patient)).contains("revision 2: treatedOn");
        assertThatThrownBy(() -> sign("therapist", note))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("has not taken place yet");
        clock.pass(Duration.ofDays(2));
        sign("therapist", note);
        assertThat(staff.as("therapist", () -> notes.open(note)).orElseThrow().treatedOn())
                .isEqualTo(thursday);
    }

    @Test
    void theNoteOfALaterVisitCannotBeSignedBeforeItBegins() {
        var colleague = colleague();
        var patient = care.patient("Later Today", group.west);
        var appointment = staff.as(
                "manager",
                () -> schedule.book(new Booking(
                        group.west,
                        colleague.id(),
                        patient,
                        AppointmentType.MASSAGE,
                        care.today(),
                        LocalTime.of(11, 0),
                        30)));
        var note = staff.as(colleague.name(), () -> starts.begin(new VisitKey.Booked(appointment)));
        staff.as(colleague.name(), () -> notes.saveDraft(note, 0, TestCare.done()));
        clock.pass(Duration.ofMinutes(44));
        assertThatThrownBy(() -> sign(colleague.name(), note))
                .isInstanceOf(Refused.class)
                .hasMessage(
                        "This visit begins at 11:00 AM: sign the note after it starts, or ask the front desk to move the visit");
        assertThat(rowOf(appointment).status()).isEqualTo(AppointmentStatus.BOOKED);
        clock.pass(Duration.ofMinutes(1));
        sign(colleague.name(), note);
        assertThat(rowOf(appointment).status()).isEqualTo(AppointmentStatus.COMPLETED);
    }

    @Test
    void theNoteOfACheckedInPatientCanBeSignedEarly() {
        var colleague = colleague();
        var patient = care.patient("Here Early", group.west);
        var appointment = staff.as(
                "manager",
                () -> schedule.book(new Booking(
                        group.west,
                        colleague.id(),
                        patient,
                        AppointmentType.MASSAGE,
                        care.today(),
                        LocalTime.of(11, 0),
                        30)));
        mark(appointment, AppointmentStatus.ARRIVED);
        var note = staff.as(colleague.name(), () -> starts.begin(new VisitKey.Booked(appointment)));
        staff.as(colleague.name(), () -> notes.saveDraft(note, 0, TestCare.done()));
        sign(colleague.name(), note);
        assertThat(rowOf(appointment).status()).isEqualTo(AppointmentStatus.COMPLETED);
    }

    @Test
    void theDraftOfABookedPlannedVisitFollowsTheAppointment() {
        var patient = care.patient("Moved Plan", group.west);
        var plan = care.activePlan(patient, "moved plan");
        var visit = care.details(plan).visits().getFirst().id();
        var note = staff.as("therapist", () -> starts.begin(new VisitKey.Planned(visit)));
        var appointment = care.bookMassage(patient, care.today(), visit);
        move(appointment, group.therapist, care.today().plusDays(2));
        assertThat(staff.as("therapist", () -> notes.open(note)).orElseThrow().treatedOn())
                .isEqualTo(care.today().plusDays(2));
    }

    @Test
    void aVisitWithADraftNoteCannotBeMovedToAnotherPractitioner() {
        var colleague = colleague();
        var patient = care.patient("Written", group.west);
        var appointment = care.bookMassage(patient, care.today(), null);
        var note = staff.as("therapist", () -> starts.begin(new VisitKey.Booked(appointment)));
        staff.as("therapist", () -> notes.saveDraft(note, 0, TestCare.done()));
        assertThatThrownBy(() -> move(appointment, colleague.id(), care.today()))
                .isInstanceOf(Refused.class)
                .hasMessage(
                        "therapist is writing the session note of this visit. It can move to another time but not to"
                                + " somebody else");
        assertThat(rowOf(appointment).practitioner()).isEqualTo(group.therapist);
        assertThat(staff.as("therapist", () -> notes.open(note)).orElseThrow().draft())
                .isEqualTo(TestCare.done());
    }

    @Test
    void aCoveredVisitWithADraftNoteCanBeMovedToAnotherDay() {
        var colleague = colleague();
        var patient = care.patient("Covered", group.west);
        var plan = care.activePlan(patient, "covered plan");
        var visit = care.details(plan).visits().getFirst().id();
        var note = staff.as("therapist", () -> starts.begin(new VisitKey.Planned(visit)));
        staff.as("therapist", () -> notes.saveDraft(note, 0, TestCare.done()));
        var timeSlot = new Booking(
                group.west,
                colleague.id(),
                patient,
                AppointmentType.MASSAGE,
                care.today(),
                LocalTime.of(21, 0),
                30,
                visit);
        var appointment = staff.as("manager", () -> schedule.book(timeSlot));
        move(appointment, colleague.id(), care.today().plusDays(2));
        assertThat(rowOf(appointment).on()).isEqualTo(care.today().plusDays(2));
        assertThat(staff.as("therapist", () -> notes.open(note)).orElseThrow().draft())
                .isEqualTo(TestCare.done());
    }

    @Test
    void anEmptyNoteMovesWithItsVisitToTheNewPractitioner() {
        var colleague = colleague();
        var patient = care.patient("Empty", group.west);
        var appointment = care.bookMassage(patient, care.today(), null);
        var note = staff.as("therapist", () -> starts.begin(new VisitKey.Booked(appointment)));
        move(appointment, colleague.id(), care.today());
        assertThat(listOf("therapist", patient)).isEmpty();
        assertThat(listOf(colleague.name(), patient)).hasSize(1);
        assertThat(audited("note.handed-over", patient))
                .containsExactly("from practitioner " + group.therapist + " to practitioner " + colleague.id());
        var theirs = staff.as(colleague.name(), () -> starts.begin(new VisitKey.Booked(appointment)));
        assertThat(theirs).isEqualTo(note);
        var version = staff.as(colleague.name(), () -> notes.open(theirs))
                .orElseThrow()
                .version();
        staff.as(colleague.name(), () -> notes.saveDraft(theirs, version, TestCare.done()));
        sign(colleague.name(), theirs);
        assertThat(staff.as("therapist", () -> notes.open(note)))
                .as("the visit was their relation to the patient")
                .isEmpty();
    }

    @Test
    void aDraftOfAnotherAuthorIsNotListed() {
        var patient = care.patient("Not Mine", group.west);
        var appointment = care.bookMassage(patient, care.today(), null);
        var note = staff.as("therapist", () -> starts.begin(new VisitKey.Booked(appointment)));
        jdbc.sql("update session_note set author_id = ? where id = ?")
                .params(Ids.bytes(group.chiropractor.value()), Ids.bytes(note.value()))
                .update();
        assertThat(listOf("therapist", patient)).extracting(VisitRow::note).containsExactly((NoteId) null);
    }

    @Test
    void aSignedNoteCompletesItsVisitEvenWithoutTreatment() {
        var patient = care.patient("Refused", group.west);
        var plan = care.activePlan(patient, "refused");
        var appointment = care.bookMassage(patient, care.today(), null);
        var note = staff.as("therapist", () -> starts.begin(new VisitKey.Booked(appointment)));
        staff.as("therapist", () -> notes.saveDraft(note, 0, TestCare.refused()));
        sign("therapist", note);
        assertThat(rowOf(appointment).status()).isEqualTo(AppointmentStatus.COMPLETED);
        assertThat(care.details(plan).delivered()).isZero();
        assertThatThrownBy(() -> move(appointment, group.therapist, care.today().plusDays(1)))
                .isInstanceOf(Refused.class)
                .hasMessage("An appointment that is completed cannot be moved");
        assertThatThrownBy(() -> staff.doAs(
                        "manager",
                        () -> appointments.cancel(
                                appointment, rowOf(appointment).version(), "Patient cannot come")))
                .isInstanceOf(Refused.class);
        clock.pass(Duration.ofDays(1));
        assertThat(care.details(plan).nextToBook(care.today()))
                .as("the visit of the plan is still wanted")
                .contains(care.details(plan).visits().getFirst());
    }

    @Test
    void aSignedNoteCompletesAVisitBookedAfterTheNoteWasBegun() {
        var patient = care.patient("Booked After", group.west);
        var plan = care.activePlan(patient, "booked after");
        var visit = care.details(plan).visits().getFirst().id();
        var note = staff.as("therapist", () -> starts.begin(new VisitKey.Planned(visit)));
        var appointment = care.bookMassage(patient, care.today(), visit);
        staff.as("therapist", () -> notes.saveDraft(note, 0, TestCare.done()));
        sign("therapist", note);
        assertThat(rowOf(appointment).status()).isEqualTo(AppointmentStatus.COMPLETED);
        assertThat(care.details(plan).delivered()).isEqualTo(1);
    }

    @Test
    void aVisitBookedForALaterDayIsNotCompletedByTheNote() {
        var patient = care.patient("Booked Later", group.west);
        var plan = care.activePlan(patient, "booked later");
        var visit = care.details(plan).visits().getFirst().id();
        var note = staff.as("therapist", () -> starts.begin(new VisitKey.Planned(visit)));
        var appointment = care.bookMassage(patient, care.today().plusDays(7), visit);
        staff.as("therapist", () -> notes.saveDraft(note, 0, TestCare.done()));
        sign("therapist", note);
        assertThat(rowOf(appointment).status()).isEqualTo(AppointmentStatus.BOOKED);
    }

    @Test
    void theStatusOfAPlannedVisitCannotBeUndoneOnceItsNoteIsSigned() {
        var patient = care.patient("Signed By Plan", group.west);
        var visit = care.details(care.activePlan(patient, "signed by plan"))
                .visits()
                .getFirst()
                .id();
        var note = staff.as("therapist", () -> starts.begin(new VisitKey.Planned(visit)));
        var appointment = care.bookMassage(patient, care.today(), visit);
        staff.as("therapist", () -> notes.saveDraft(note, 0, TestCare.done()));
        sign("therapist", note);
        assertThatThrownBy(() -> staff.doAs(
                        "manager",
                        () -> appointments.takeBack(
                                appointment, rowOf(appointment).version())))
                .isInstanceOf(Refused.class);
    }

    @Test
    void todaysVisitIsListedDespiteManyUnsignedOnes() {
        var colleague = colleague();
        var patient = care.patient("Today", group.west);
        var at = LocalTime.of(12, 0);
        var today = staff.as(
                "manager",
                () -> schedule.book(new Booking(
                        group.west, colleague.id(), patient, AppointmentType.MASSAGE, care.today(), at, 10)));
        for (int late = 0; late < 210; late++) {
            jdbc.sql("""
                    insert into appointment (id, clinic_id, practitioner_id, subject_kind, subject_id, appointment_type,
                        starts_on, starts_at, minutes, status, booked_at, version)
                    values (?, ?, ?, 'PATIENT', ?, 'MASSAGE', ?, ?, 10, 'COMPLETED', '2026-11-20 10:00:00', 0)""")
                    .params(
                            Ids.bytes(Ids.next()),
                            Ids.bytes(group.west.value()),
                            Ids.bytes(colleague.id().value()),
                            Ids.bytes(patient.value()),
                            care.today().minusDays(2 + late % 12),
                            LocalTime.of(6, 0).plusMinutes(late))
                    .update();
        }
        var list = staff.as(colleague.name(), notes::visitsToday);
        assertThat(list).anyMatch(row -> today.equals(row.appointment()) && !row.earlier());
        assertThat(list.stream().filter(VisitRow::earlier)).hasSize(200);
    }

    @Test
    void aCompletedConsultationIsNotListedAsUpcoming() {
        var patient = care.patient("Consulted", group.west);
        var appointment = group.book(group.chiropractor, patient, group.west, care.today(), LocalTime.of(20, 0));
        assertThat(listOf("chiropractor", patient)).allMatch(VisitRow::isAhead).hasSize(1);
        mark(appointment, AppointmentStatus.ARRIVED);
        assertThat(listOf("chiropractor", patient)).allMatch(VisitRow::isAhead);
        mark(appointment, AppointmentStatus.COMPLETED);
        assertThat(listOf("chiropractor", patient)).noneMatch(VisitRow::isAhead).hasSize(1);
    }

    @Test
    void offeredModalitiesMatchThePractitionersTraining() {
        assertThat(offeredTo(Discipline.EXERCISE_THERAPY, Set.of(), AppointmentType.MASSAGE))
                .as("a pure exercise therapist who covers a massage")
                .isEmpty();
        assertThat(offeredTo(Discipline.EXERCISE_THERAPY, Set.of(), AppointmentType.EXERCISE))
                .containsExactly("FOAM_ROLLING", "BASIC_YOGA", "PILATES", "ACTIVE_STRETCHING");
        assertThat(offeredTo(Discipline.MASSAGE_THERAPY, Set.of("SWEDISH", "THAI"), AppointmentType.MASSAGE))
                .containsExactly("SWEDISH", "THAI");
        assertThat(offeredTo(Discipline.MASSAGE_THERAPY, Set.of(), AppointmentType.MASSAGE))
                .contains("DEEP_TISSUE")
                .doesNotContain("PILATES", "COUNTERSTRAIN", "CHIRO_ADJUST");
    }

    @Test
    void aModalityThatIsNotOfferedIsRefusedWithAMessage() {
        var trained = colleague(Discipline.EXERCISE_THERAPY, Set.of());
        var note = begun(trained, AppointmentType.MASSAGE);
        assertThatThrownBy(() -> staff.as(trained.name(), () -> notes.saveDraft(note, 0, TestCare.done())))
                .isInstanceOf(Refused.class)
                .hasMessage("Swedish massage is outside your disciplines in the practitioner directory");
        var own = colleague(Discipline.MASSAGE_THERAPY, Set.of("THAI"));
        var other = begun(own, AppointmentType.MASSAGE);
        assertThatThrownBy(() -> staff.as(own.name(), () -> notes.saveDraft(other, 0, TestCare.done())))
                .isInstanceOf(Refused.class)
                .hasMessageStartingWith("Swedish massage is not among your modalities");
    }

    private List<String> offeredTo(Discipline discipline, Set<String> modalities, AppointmentType service) {
        var who = colleague(discipline, modalities);
        var note = begun(who, service);
        return staff.as(who.name(), () -> notes.open(note)).orElseThrow().offered().stream()
                .map(Modalities.Modality::code)
                .toList();
    }

    private NoteId begun(Colleague who, AppointmentType service) {
        var patient = care.patient("Offered", group.west);
        var at = LocalTime.of(9, 0);
        var appointment = staff.as(
                "manager",
                () -> schedule.book(new Booking(group.west, who.id(), patient, service, care.today(), at, 10)));
        return staff.as(who.name(), () -> starts.begin(new VisitKey.Booked(appointment)));
    }

    private void mark(AppointmentId appointment, AppointmentStatus next) {
        staff.doAs(
                "manager",
                () -> appointments.mark(appointment, rowOf(appointment).version(), next));
    }

    private void sign(String who, NoteId note) {
        var version = staff.as(who, () -> notes.open(note)).orElseThrow().version();
        care.asProven(who, () -> AnsweredChecks.sign(notes, note, version));
        assertThat(staff.as(who, () -> notes.open(note)).orElseThrow().status()).isEqualTo(NoteStatus.SIGNED);
    }

    private void move(AppointmentId appointment, StaffId to, LocalDate on) {
        var row = rowOf(appointment);
        var timeSlot = new TimeSlot(to, null, on, row.at(), row.minutes(), row.bufferMinutes());
        staff.doAs("manager", () -> appointments.move(appointment, row.version(), timeSlot));
    }

    private AppointmentRow rowOf(AppointmentId appointment) {
        return staff.as("manager", () -> appointments.find(appointment))
                .orElseThrow()
                .row();
    }

    private List<VisitRow> listOf(String who, PatientId patient) {
        return staff.as(who, notes::visitsToday).stream()
                .filter(row -> patient.equals(row.patient()))
                .toList();
    }

    private List<String> audited(String kind, PatientId patient) {
        return jdbc.sql("select detail from audit_event where kind = ? and patient = ? order by at, id")
                .params(kind, Ids.bytes(patient.value()))
                .query(String.class)
                .list();
    }

    private record Colleague(String name, StaffId id) {}

    /** Another therapist, with an empty day. */
    private Colleague colleague() {
        return colleague(Discipline.MASSAGE_THERAPY, Set.of());
    }

    private Colleague colleague(Discipline discipline, Set<String> modalities) {
        var name = "colleague" + COLLEAGUES.incrementAndGet() + getClass().getSimpleName();
        var id = group.account(name, Role.THERAPIST, group.west);
        var always = Arrays.stream(DayOfWeek.values())
                .map(day -> new WorkingHours(group.west, day, LocalTime.of(0, 0), LocalTime.of(23, 55)))
                .toList();
        staff.doAs(
                "manager",
                () -> practitioners.add(
                        id,
                        new PractitionerDraft(
                                "", name, "Test", Set.of(discipline), Set.of("English"), always, modalities, "")));
        group.entitle(id, discipline);
        return new Colleague(name, id);
    }
}

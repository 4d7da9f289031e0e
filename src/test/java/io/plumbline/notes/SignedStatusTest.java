package io.plumbline.notes;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.audit.NewTrail;
import io.plumbline.notes.cosign.CosignSeen;
import io.plumbline.notes.cosign.CosignService;
import io.plumbline.practitioners.Discipline;
import io.plumbline.practitioners.PractitionerService;
import io.plumbline.practitioners.supervision.SupervisionService;
import io.plumbline.schedule.AppointmentType;
import io.plumbline.schedule.Booking;
import io.plumbline.schedule.ScheduleService;
import io.plumbline.shared.Command;
import io.plumbline.shared.Role;
import io.plumbline.shared.ids.Ids;
import io.plumbline.shared.ids.NoteId;
import io.plumbline.shared.ids.StaffId;
import io.plumbline.support.AnsweredChecks;
import io.plumbline.support.ForgedStoreTest;
import io.plumbline.support.FreshStore;
import io.plumbline.support.OnMySql;
import io.plumbline.support.Staff;
import io.plumbline.support.StoreOwner;
import io.plumbline.support.TestCare;
import io.plumbline.support.TestGroup;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalTime;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The status of a signed note is that which a signed amendment or co-signature gave it, also for one who owns the store
 * and drops its triggers: whoever opens the note is told, and the verification names it.
 */
@ForgedStoreTest
@FreshStore
@OnMySql("a formula of a note counts in MySQL what gave it its status")
class SignedStatusTest {
    private static final AtomicInteger NEXT = new AtomicInteger();

    @Autowired
    TestCare care;

    @Autowired
    TestGroup group;

    @Autowired
    Staff staff;

    @Autowired
    NoteService notes;

    @Autowired
    NoteStartService starts;

    @Autowired
    NoteErrorService errors;

    @Autowired
    CosignService cosign;

    @Autowired
    SupervisionService supervisions;

    @Autowired
    PractitionerService practitioners;

    @Autowired
    ScheduleService schedule;

    @Autowired
    List<Command> commands;

    private JdbcClient owner;
    private TestGroup.Own clinic;
    private String trainee;
    private String mentor;
    private StaffId traineeId;
    private int hour;

    @BeforeEach
    void dropTheTrigger(@Autowired Environment environment, @Autowired JdbcClient jdbc, @Autowired NewTrail trail) {
        var store = StoreOwner.of(environment, jdbc);
        owner = store.jdbc();
        owner.sql("drop trigger if exists session_note_signed_update").update();
        owner.sql("drop trigger if exists session_note_amendment_signed_delete").update();
        trail.begin(store);
        store.empty(StoreOwner.SIGNED);
        clinic = group.own("s");
        var number = NEXT.incrementAndGet();
        trainee = "status-trainee" + number;
        mentor = "status-mentor" + number;
        traineeId = hire(trainee);
        var supervisor = hire(mentor);
        staff.doAs(clinic.manager(), () -> supervisions.name(traineeId, -1, supervisor));
    }

    @Test
    void eachStatusThatThePortalGaveIsOnRecord() {
        var cosigned = treat();
        cosign(cosigned);
        var waiting = treat();
        var wrong = treat();
        mark(wrong);
        assertThat(statusOf(waiting)).isEqualTo("AWAITING_COSIGNATURE");
        assertThat(List.of(cosigned, waiting, wrong)).allMatch(this::isAsSigned);
        assertThat(verified()).contains("Audit trail verified");
    }

    @Test
    void aNoteThatNobodyEnteredInErrorIsNoticed() {
        var note = treat();
        setStatus(note, "ENTERED_IN_ERROR");
        assertNoticed(note);
    }

    @Test
    void aNoteWhoseMarkWasTakenAwayIsNoticed() {
        var note = treat();
        mark(note);
        setStatus(note, "AWAITING_COSIGNATURE");
        assertNoticed(note);
    }

    @Test
    void aNoteThatNobodyCosignedIsNoticed() {
        var note = treat();
        setStatus(note, "SIGNED");
        assertNoticed(note);
    }

    @Test
    void aReturnedNoteThatNobodyCosignedIsNoticed() {
        var note = treat();
        var seen = seen(note);
        care.asProven(mentor, () -> cosign.giveBack(note, seen, "Which side was treated today?"));
        setStatus(note, "SIGNED");
        assertNoticed(note);
    }

    @Test
    void aCosignedNoteThatWaitsAgainIsNoticed() {
        var note = treat();
        cosign(note);
        setStatus(note, "AWAITING_COSIGNATURE");
        assertNoticed(note);
    }

    private void assertNoticed(NoteId note) {
        assertThat(isAsSigned(note)).isFalse();
        assertThat(verified()).contains("session note " + note, "its status is not on record");
    }

    private void setStatus(NoteId note, String status) {
        owner.sql("update session_note set status = ? where id = ?")
                .params(status, Ids.bytes(note.value()))
                .update();
    }

    private String statusOf(NoteId note) {
        return owner.sql("select status from session_note where id = ?")
                .param(Ids.bytes(note.value()))
                .query(String.class)
                .single();
    }

    private NoteId treat() {
        var patient = group.patient("Status", "Supervised", clinic.id(), clinic.manager());
        var at = LocalTime.of(8, 0).plusMinutes(10L * hour++);
        var visit = staff.as(
                clinic.manager(),
                () -> schedule.book(new Booking(
                        clinic.id(), traineeId, patient, AppointmentType.MASSAGE, care.today(), at, 5, null)));
        var note = staff.as(trainee, () -> starts.begin(new VisitKey.Booked(visit)));
        var version = staff.as(trainee, () -> notes.saveDraft(note, 0, TestCare.done()));
        care.asProven(trainee, () -> AnsweredChecks.sign(notes, note, version));
        return note;
    }

    private void cosign(NoteId note) {
        var seen = seen(note);
        care.asProven(mentor, () -> cosign.sign(note, seen));
    }

    private CosignSeen seen(NoteId note) {
        return Objects.requireNonNull(staff.as(
                                mentor, () -> cosign.findByNote(notes.open(note).orElseThrow()))
                        .waiting())
                .seen();
    }

    private void mark(NoteId note) {
        var version = staff.as(trainee, () -> notes.open(note).orElseThrow().version());
        care.asProven(trainee, () -> errors.mark(note, version, "Mixed up with another patient"));
    }

    private boolean isAsSigned(NoteId note) {
        var signature = staff.as(trainee, () -> notes.open(note).orElseThrow().signature());
        return Objects.requireNonNull(signature).intact();
    }

    private StaffId hire(String name) {
        var id = group.account(name, Role.THERAPIST, clinic.id());
        staff.doAs(
                clinic.manager(),
                () -> practitioners.add(id, TestGroup.plain(clinic.id(), Discipline.MASSAGE_THERAPY)));
        group.entitle(id, Discipline.MASSAGE_THERAPY, clinic.manager());
        return id;
    }

    private String verified() {
        var verify = commands.stream()
                .filter(command -> command.name().equals("audit verify"))
                .findFirst()
                .orElseThrow();
        var out = new ByteArrayOutputStream();
        verify.run(List.of(), new PrintStream(out, true, StandardCharsets.UTF_8));
        return out.toString(StandardCharsets.UTF_8);
    }
}

package io.plumbline.notes.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.plumbline.notes.NoteErrorService;
import io.plumbline.notes.NotePrivacy;
import io.plumbline.notes.NoteService;
import io.plumbline.notes.NoteStartService;
import io.plumbline.notes.VisitKey;
import io.plumbline.notes.privacy.NoteReaders.Colleague;
import io.plumbline.practitioners.Discipline;
import io.plumbline.schedule.AppointmentType;
import io.plumbline.shared.NotAvailable;
import io.plumbline.shared.Refused;
import io.plumbline.shared.Role;
import io.plumbline.shared.StaleVersion;
import io.plumbline.shared.ids.Ids;
import io.plumbline.shared.ids.NoteId;
import io.plumbline.shared.ids.PatientId;
import io.plumbline.shared.ids.StaffId;
import io.plumbline.support.AnsweredChecks;
import io.plumbline.support.OnMySql;
import io.plumbline.support.Staff;
import io.plumbline.support.StoreTest;
import io.plumbline.support.TestCare;
import io.plumbline.support.TestGroup;
import java.util.Collections;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;

/** The author says who may read a session note; the table of readers, and what may be chosen. */
@StoreTest
@OnMySql("windows that choose readers at once meet a unique key and its lock")
class NotePrivacyServiceTest {
    @Autowired
    NotePrivacyService privacy;

    @Autowired
    NoteService notes;

    @Autowired
    NoteStartService starts;

    @Autowired
    NoteErrorService errors;

    @Autowired
    TestCare care;

    @Autowired
    TestGroup group;

    @Autowired
    Staff staff;

    @Autowired
    JdbcClient jdbc;

    /** A row of the table: the privacy of a massage note, and who of those who treat the patient reads it. */
    private record Row(NotePrivacy privacy, Set<StaffId> named, Set<String> readers) {}

    @Test
    void aNoteIsReadByThoseWhomItsPrivacyAllows() {
        var patient = care.treated("Readers");
        var masseur = colleague("masseur-a", Discipline.MASSAGE_THERAPY, patient);
        colleague("trainer-a", Discipline.EXERCISE_THERAPY, patient);
        var note = care.earlierNote(patient);
        var all = Set.of("therapist", "chiropractor", "masseur-a", "trainer-a");
        Stream.of(
                        new Row(NotePrivacy.RELATION, Set.of(), all),
                        new Row(NotePrivacy.DISCIPLINE, Set.of(), Set.of("therapist", "masseur-a")),
                        new Row(NotePrivacy.NAMED, Set.of(), Set.of("therapist")),
                        new Row(NotePrivacy.NAMED, Set.of(masseur), Set.of("therapist", "masseur-a")),
                        new Row(NotePrivacy.NAMED, Set.of(group.chiropractor), Set.of("therapist", "chiropractor")),
                        new Row(NotePrivacy.RELATION, Set.of(group.chiropractor), all))
                .forEach(row -> {
                    set(note, row.privacy(), row.named());
                    assertThat(all.stream().filter(who -> reads(who, note)))
                            .as("%s", row)
                            .containsExactlyInAnyOrderElementsOf(row.readers());
                    assertThat(reads("guesser", note)).as("no relation").isFalse();
                });
    }

    @Test
    void aNamedPersonReadsOnlyWhileTheyTreatThePatientAndCanSignIn() {
        var patient = care.treated("Named Only");
        var note = care.earlierNote(patient);
        var outside = group.practitioner("outside-b", Role.THERAPIST, Discipline.MASSAGE_THERAPY, group.west);
        set(note, NotePrivacy.NAMED, Set.of(outside));
        assertThat(reads("outside-b", note)).as("no relation").isFalse();
        care.book(AppointmentType.CONSULTATION, outside, patient, care.today().plusDays(40));
        assertThat(reads("outside-b", note)).isTrue();
        var signedIn = staff.authentication("outside-b");
        jdbc.sql("update staff_account set status = 'SWITCHED_OFF' where id = ?")
                .param(Ids.bytes(outside.value()))
                .update();
        SecurityContextHolder.setContext(new SecurityContextImpl(signedIn));
        try {
            assertThat(notes.open(note)).as("deactivated").isEmpty();
        } finally {
            SecurityContextHolder.clearContext();
        }
    }

    @Test
    void onlyTheAuthorSetsItInTheDraftAndAfterTheSignatureWhichStaysIntact() {
        var patient = care.treated("Author Only");
        var draft = staff.as(
                "therapist",
                () -> starts.begin(new VisitKey.Booked(
                        care.bookMassage(patient, care.today().minusDays(6)))));
        staff.doAs("therapist", () -> privacy.change(draft, -1, NotePrivacy.DISCIPLINE, Set.of()));
        assertThat(staff.as("therapist", () -> notes.open(draft)).orElseThrow())
                .satisfies(open -> assertThat(open.privacy()).isEqualTo(NotePrivacy.DISCIPLINE))
                .satisfies(open ->
                        assertThat(open.version()).as("the note is not touched").isZero());
        var version = staff.as("therapist", () -> notes.saveDraft(draft, 0, TestCare.done()));
        care.asProven("therapist", () -> AnsweredChecks.sign(notes, draft, version));
        assertThat(reads("chiropractor", draft)).isFalse();
        set(draft, NotePrivacy.RELATION, Set.of());
        var read = staff.as("chiropractor", () -> notes.open(draft)).orElseThrow();
        assertThat(Objects.requireNonNull(read.signature()).intact()).isTrue();
        for (var other : Set.of("chiropractor", "guesser")) {
            assertThatThrownBy(() -> staff.as(other, () -> privacy.find(draft))).isInstanceOf(NotAvailable.class);
            assertThatThrownBy(() -> staff.doAs(other, () -> privacy.change(draft, 1, NotePrivacy.NAMED, Set.of())))
                    .isInstanceOf(NotAvailable.class);
        }
        assertThatThrownBy(() -> staff.as("manager", () -> privacy.find(draft)))
                .isInstanceOf(AccessDeniedException.class);
    }

    @Test
    void onlyCliniciansOfMyClinicsWhoCanSignInAreNamed() {
        var note = care.earlierNote(care.treated("Nameable"));
        var east = group.practitioner("east-c", Role.THERAPIST, Discipline.MASSAGE_THERAPY, group.east);
        var desk = group.account("desk-c", Role.FRONT_DESK, group.west);
        var gone = group.practitioner("gone-c", Role.THERAPIST, Discipline.MASSAGE_THERAPY, group.west);
        jdbc.sql("update staff_account set status = 'SWITCHED_OFF' where id = ?")
                .param(Ids.bytes(gone.value()))
                .update();
        var offered = staff.as("therapist", () -> privacy.find(note)).colleagues();
        assertThat(offered)
                .extracting(Colleague::id)
                .contains(group.chiropractor)
                .doesNotContain(group.therapist, east, desk, gone);
        for (var one : Set.of(east, desk, gone, group.therapist, StaffId.next())) {
            assertThatThrownBy(() -> set(note, NotePrivacy.NAMED, Set.of(one)))
                    .isInstanceOf(Refused.class)
                    .hasMessageContaining("not a clinician of your clinics");
        }
        var many = Stream.generate(StaffId::next).limit(9).collect(Collectors.toSet());
        assertThatThrownBy(() -> set(note, NotePrivacy.NAMED, many))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("at most 8");
        assertThat(staff.as("therapist", () -> privacy.find(note)).version())
                .as("nothing was kept")
                .isEqualTo(-1);
    }

    @Test
    void aChangeInAnotherWindowIsAConflict() throws Exception {
        var note = care.earlierNote(care.treated("Two Windows"));
        Callable<Boolean> window = () -> {
            try {
                staff.doAs("therapist", () -> privacy.change(note, -1, NotePrivacy.NAMED, Set.of(group.chiropractor)));
                return true;
            } catch (StaleVersion changedInTheOther) {
                return false;
            }
        };
        try (var threads = Executors.newFixedThreadPool(4)) {
            var kept = threads.invokeAll(Collections.nCopies(4, window)).stream()
                    .map(NotePrivacyServiceTest::answer)
                    .filter(saved -> saved)
                    .count();
            assertThat(kept).isOne();
        }
        set(note, NotePrivacy.DISCIPLINE, Set.of());
        assertThatThrownBy(() -> staff.doAs("therapist", () -> privacy.change(note, 0, NotePrivacy.RELATION, Set.of())))
                .isInstanceOf(StaleVersion.class);
        assertThat(staff.as("therapist", () -> privacy.find(note)))
                .extracting(NoteReaders::privacy, NoteReaders::version)
                .containsExactly(NotePrivacy.DISCIPLINE, 1L);
    }

    private static boolean answer(Future<Boolean> future) {
        try {
            return future.get();
        } catch (InterruptedException | ExecutionException failed) {
            throw new IllegalStateException(failed);
        }
    }

    @Test
    void eachChangeIsRecordedWithBothLevelsAndTheReaders() {
        var patient = care.treated("Recorded");
        var note = care.earlierNote(patient);
        set(note, NotePrivacy.NAMED, Set.of(group.chiropractor));
        set(note, NotePrivacy.NAMED, Set.of(group.chiropractor));
        set(note, NotePrivacy.DISCIPLINE, Set.of());
        assertThat(jdbc.sql(
                                "select detail, subject from audit_event where kind = 'note.privacy-changed' and patient = ? order by id")
                        .param(Ids.bytes(patient.value()))
                        .query((row, n) -> tuple(row.getString(1), Ids.uuid(row.getBytes(2))))
                        .list())
                .containsExactly(
                        tuple("relation to named: " + group.chiropractor, note.value()),
                        tuple("named to discipline", note.value()));
    }

    @Test
    void theCopyInTheRightRecordIsRestrictedAsTheNote() {
        var wrong = care.treated("Wrong Record");
        var right = care.treated("Right Record");
        var note = care.earlierNote(wrong);
        set(note, NotePrivacy.NAMED, Set.of(group.chiropractor));
        var version =
                staff.as("therapist", () -> notes.open(note)).orElseThrow().version();
        var copy =
                care.provenly("therapist", () -> errors.moveTo(right, note, version, "Mixed up with another patient"));
        assertThat(staff.as("therapist", () -> privacy.find(copy)))
                .satisfies(readers -> assertThat(readers.privacy()).isEqualTo(NotePrivacy.NAMED))
                .satisfies(readers ->
                        assertThat(readers.named()).extracting(Colleague::id).containsExactly(group.chiropractor));
    }

    @Test
    void aDiscardedDraftTakesItsPrivacyWithIt() {
        var patient = care.treated("Discarded");
        var draft = staff.as(
                "therapist",
                () -> starts.begin(new VisitKey.Booked(
                        care.bookMassage(patient, care.today().minusDays(6)))));
        set(draft, NotePrivacy.NAMED, Set.of(group.chiropractor));
        staff.doAs("therapist", () -> notes.discard(draft, 0, ""));
        assertThat(jdbc.sql("select count(*) from session_note_reader where note_id = ?")
                        .param(Ids.bytes(draft.value()))
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void aNoteOfAnAuthorWhoLeftIsMarkedOnlyByItsReaders() {
        var patient = care.treated("Author Left");
        var author = group.practitioner("left-d", Role.THERAPIST, Discipline.MASSAGE_THERAPY, group.west);
        var visit = care.book(AppointmentType.MASSAGE, author, patient, care.today());
        var note = staff.as("left-d", () -> starts.begin(new VisitKey.Booked(visit)));
        var draft = staff.as("left-d", () -> notes.saveDraft(note, 0, TestCare.done()));
        care.asProven("left-d", () -> AnsweredChecks.sign(notes, note, draft));
        var version =
                staff.as("chiropractor", () -> notes.open(note)).orElseThrow().version();
        staff.doAs("left-d", () -> privacy.change(note, -1, NotePrivacy.DISCIPLINE, Set.of()));
        jdbc.sql("update staff_account set status = 'SWITCHED_OFF' where id = ?")
                .param(Ids.bytes(author.value()))
                .update();
        assertThatThrownBy(() ->
                        care.asProven("chiropractor", () -> errors.mark(note, version, "It is not my own record")))
                .isInstanceOf(NotAvailable.class);
        care.asProven("therapist", () -> errors.mark(note, version, "Written twice by mistake"));
    }

    private boolean reads(String who, NoteId note) {
        return staff.as(who, () -> notes.open(note)).isPresent();
    }

    private void set(NoteId note, NotePrivacy to, Set<StaffId> named) {
        staff.doAs("therapist", () -> privacy.change(note, privacy.find(note).version(), to, named));
    }

    /** Somebody else who treats the patient. */
    private StaffId colleague(String name, Discipline discipline, PatientId patient) {
        var id = group.practitioner(name, Role.THERAPIST, discipline, group.west);
        care.book(AppointmentType.CONSULTATION, id, patient, care.today().plusDays(40));
        return id;
    }
}

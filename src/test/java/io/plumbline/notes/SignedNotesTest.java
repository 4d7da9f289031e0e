package io.plumbline.notes;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.audit.GeneratedTrail;
import io.plumbline.audit.NewTrail;
import io.plumbline.audit.WithdrawnWarnings;
import io.plumbline.intake.IntakeService;
import io.plumbline.shared.Command;
import io.plumbline.shared.Recorded;
import io.plumbline.shared.ids.Ids;
import io.plumbline.shared.ids.IntakeId;
import io.plumbline.shared.ids.NoteId;
import io.plumbline.shared.ids.PatientId;
import io.plumbline.shared.signing.ContentMac;
import io.plumbline.support.AnsweredChecks;
import io.plumbline.support.ForgedStoreTest;
import io.plumbline.support.FreshStore;
import io.plumbline.support.MovableClock;
import io.plumbline.support.OnMySql;
import io.plumbline.support.Staff;
import io.plumbline.support.StoreOwner;
import io.plumbline.support.TestCare;
import io.plumbline.support.TestGroup;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Who owns the store, drops its triggers and has no key cannot rewrite what is signed: whoever opens it is told, and the
 * verification names it; on H2 and on MySQL.
 */
@ForgedStoreTest
@FreshStore
@OnMySql("a note that MySQL reads back with other letters or times breaks its keyed hash")
class SignedNotesTest {
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
    IntakeService intake;

    @Autowired
    ContentMac seal;

    @Autowired
    ApplicationContext portal;

    @Autowired
    DataSource dataSource;

    @Autowired
    WithdrawnWarnings warnings;

    @Autowired
    List<Command> commands;

    JdbcClient owner;

    @BeforeEach
    void dropTheTriggersAsOneWhoOwnsTheStoreCould(
            @Autowired Environment environment, @Autowired JdbcClient jdbc, @Autowired NewTrail trail) {
        var store = StoreOwner.of(environment, jdbc);
        owner = store.jdbc();
        for (var table : List.of("session_note", "intake_note")) {
            for (var trigger : List.of("update", "delete")) {
                owner.sql("drop trigger if exists " + table + "_signed_" + trigger)
                        .update();
            }
        }
        for (var part :
                List.of("session_note_area", "session_note_modality", "intake_note_area", "intake_note_factor")) {
            drop(part);
        }
        drop("session_note_check");
        drop("intake_note_check");
        drop("intake_note_limitation");
        drop("intake_note_answer");
        trail.begin(store);
        store.empty(StoreOwner.SIGNED);
    }

    @Test
    void anUnchangedSignedNoteIsVerified() {
        var patient = care.patient("Signed Well", group.west);
        var note = signedNote(patient);
        var signedIntake = signedIntake(patient);
        assertThat(isAsSigned(note)).isTrue();
        assertThat(isIntakeAsSigned(signedIntake)).isTrue();
        assertThat(verified().status()).isZero();
        assertThat(verified().answer()).endsWith(" 2 signed notes match their signatures.\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update session_note set observations = 'Strong thrust to the neck; patient fainted.' where id = ?",
                "update session_note_area set region = 'back-sacrum' where note_id = ?",
                "delete from session_note_modality where note_id = ?",
                "update session_note set signed_at = '2026-01-01 10:00:00' where id = ?"
            })
    void aRewrittenSignedNoteIsDetectedEvenWithANewHash(String rewriting) {
        var patient = care.patient("Rewritten", group.west);
        signedNote(patient);
        var note = signedNote(patient);
        owner.sql(rewriting).param(Ids.bytes(note.value())).update();
        assertNoticed(note, "it does not say what was signed");
        owner.sql("update session_note set content_hash = ? where id = ?")
                .params(plainHash(note), Ids.bytes(note.value()))
                .update();
        assertNoticed(note, "the trail has no row of its signature");
    }

    @Test
    void theKeyedHashOfAnotherNoteDoesNotVerify() {
        var patient = care.patient("Swapped", group.west);
        var note = signedNote(patient);
        var other = signedNote(patient);
        var codes = List.of(codeOf(note), codeOf(other));
        setCode(note, codes.getLast());
        setCode(other, codes.getFirst());
        assertNoticed(note, "it does not say what was signed");
        assertThat(isAsSigned(other)).isFalse();
    }

    @Test
    void aSignedNoteWithoutItsAuditRowIsDetected() {
        var note = signedNote(care.patient("Without Row", group.west));
        owner.sql("delete from audit_event where kind = 'note.signed'").update();
        assertNoticed(note, "the trail has no row of its signature");
    }

    @Test
    void aForgedSignatureRowDoesNotVerify() {
        var note = signedNote(care.patient("Forged Row", group.west));
        owner.sql("update session_note set observations = 'Other' where id = ?")
                .param(Ids.bytes(note.value()))
                .update();
        setCode(note, plainHash(note));
        owner.sql("update audit_event set detail = ? where kind = 'note.signed'")
                .param("SHA-256 " + plainHash(note))
                .update();
        assertThat(isAsSigned(note)).isFalse();
        assertThat(verified().status()).isEqualTo(1);
    }

    @Test
    void aRewrittenIntakeNoteIsDetected() {
        var note = signedIntake(care.patient("Intake Rewritten", group.west));
        owner.sql("update intake_note set complaint = 'No pain at all' where id = ?")
                .param(Ids.bytes(note.value()))
                .update();
        assertThat(isIntakeAsSigned(note)).isFalse();
        assertThat(kindsOf(note.value())).contains("intake.not-as-signed");
        assertThat(verified().status()).isEqualTo(1);
        assertThat(verified().answer()).contains("intake note " + note, "it does not say what was signed");
    }

    @Test
    void aDeletedOrReopenedSignedNoteIsDetected() {
        var patient = care.patient("Gone", group.west);
        signedNote(patient);
        var note = signedNote(patient);
        owner.sql("update session_note set status = 'DRAFT' where id = ?")
                .param(Ids.bytes(note.value()))
                .update();
        assertThat(verified().status()).isEqualTo(1);
        assertThat(verified().answer())
                .contains("a session note: the trail has the row of its signature, but the note is missing");
    }

    @Test
    void aNoteOfARecordThatRelease020DisposedOfIsNotMissing() {
        var patient = care.patient("Disposed Before", group.west);
        var note = signedNote(patient);
        owner.sql("update session_note set status = 'DRAFT' where id = ?")
                .param(Ids.bytes(note.value()))
                .update();
        assertThat(verified().status()).isEqualTo(1);
        var told = new GeneratedTrail(portal, new AtomicLong());
        told.tell(
                new DisposedBefore(patient),
                group.therapist,
                portal.getBean(MovableClock.class).instant());
        told.flush();
        assertThat(verified().status()).isZero();
    }

    /** What release 0.2.0 wrote of a record that it disposed of. */
    private record DisposedBefore(PatientId patient) implements Recorded {
        @Override
        public String kind() {
            return "disposal.record-disposed";
        }

        @Override
        public UUID subject() {
            return patient.value();
        }
    }

    @Test
    void notesSignedBeforeKeyedHashesAreStillVerified() {
        var patient = care.patient("Of Before", group.west);
        var note = signedNote(patient);
        var hash = plainHash(note);
        setCode(note, hash);
        owner.sql("delete from audit_event where kind = 'note.signed'").update();
        var trail = new GeneratedTrail(portal, new AtomicLong());
        trail.tell(
                new NoteEvent.Signed(note, patient, hash),
                group.therapist,
                portal.getBean(MovableClock.class).instant());
        trail.flush();
        assertThat(isAsSigned(note)).isTrue();
        assertThat(verified().status()).isZero();
        owner.sql("update session_note set observations = 'Other' where id = ?")
                .param(Ids.bytes(note.value()))
                .update();
        setCode(note, plainHash(note));
        assertNoticed(note, "the trail has no row of its signature");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2})
    void aNoteSignedInAnEarlierTextIsAsItWasSigned(int text) {
        var patient = care.patient("Of November", group.west);
        var note = signedNote(patient);
        signIn(text, note, patient);
        assertThat(isAsSigned(note)).isTrue();
        owner.sql("update session_note set observations = 'Other' where id = ?")
                .param(Ids.bytes(note.value()))
                .update();
        assertThat(isAsSigned(note)).as("forged in SQL").isFalse();
    }

    @Test
    void onlyTheWarningAboutANoteInAnEarlierTextIsWithdrawnAndOnlyWhileItIsAsSigned() {
        var patient = care.patient("Warned", group.west);
        var mistaken = signedNote(patient);
        signIn(1, mistaken, patient);
        var altered = signedNote(patient);
        signIn(1, altered, patient);
        var restored = signedNote(patient);
        var withoutSignature = signedNote(patient);
        signIn(1, withoutSignature, patient);
        for (var note : List.of(mistaken, altered, restored, withoutSignature)) {
            var observations = owner.sql("select observations from session_note where id = ?")
                    .param(Ids.bytes(note.value()))
                    .query(String.class)
                    .single();
            say(note, "Other");
            assertThat(isAsSigned(note)).isFalse();
            if (!note.equals(altered)) {
                say(note, observations);
            }
        }
        owner.sql("delete from audit_event where kind = 'note.signed' and subject = ?")
                .param(Ids.bytes(withoutSignature.value()))
                .update();
        warnings.withdraw();
        warnings.withdraw();
        assertThat(kindsOf(mistaken.value())).containsOnlyOnce("note.warning-withdrawn");
        for (var note : List.of(altered, restored, withoutSignature)) {
            assertThat(kindsOf(note.value())).contains("note.not-as-signed").doesNotContain("note.warning-withdrawn");
        }
    }

    private void say(NoteId note, String observations) {
        owner.sql("update session_note set observations = ? where id = ?")
                .params(observations, Ids.bytes(note.value()))
                .update();
    }

    /** As an earlier build had signed it: with the hash of another text, which its row of the trail names. */
    private void signIn(int text, NoteId note, PatientId patient) {
        var code = codesOfForm1(note).get(text);
        setCode(note, code);
        var trail = new GeneratedTrail(portal, new AtomicLong());
        trail.tell(
                new NoteEvent.Signed(note, patient, code),
                group.therapist,
                portal.getBean(MovableClock.class).instant());
        trail.flush();
    }

    private void assertNoticed(NoteId note, String why) {
        assertThat(isAsSigned(note)).isFalse();
        assertThat(kindsOf(note.value())).contains("note.not-as-signed");
        assertThat(verified().status()).isEqualTo(1);
        assertThat(verified().answer()).contains("session note " + note, why);
    }

    private boolean isAsSigned(NoteId note) {
        var signature =
                staff.as("therapist", () -> notes.open(note)).orElseThrow().signature();
        assertThat(signature).isNotNull();
        return signature.intact();
    }

    private boolean isIntakeAsSigned(IntakeId note) {
        var signature =
                staff.as("chiropractor", () -> intake.open(note)).orElseThrow().signature();
        assertThat(signature).isNotNull();
        return signature.intact();
    }

    private NoteId signedNote(PatientId patient) {
        var appointment = care.bookMassage(patient, care.today(), null);
        var note = staff.as("therapist", () -> starts.begin(new VisitKey.Booked(appointment)));
        var version = staff.as("therapist", () -> notes.saveDraft(note, 0, TestCare.done()));
        care.asProven("therapist", () -> AnsweredChecks.sign(notes, note, version));
        return note;
    }

    private IntakeId signedIntake(PatientId patient) {
        care.activePlan(patient, "back");
        return new IntakeId(Ids.uuid(owner.sql("select id from intake_note where patient_id = ? and status = 'SIGNED'")
                .param(Ids.bytes(patient.value()))
                .query(byte[].class)
                .single()));
    }

    private String plainHash(NoteId note) {
        try (var connection = dataSource.getConnection()) {
            return new NotesOfStore(connection, seal).plainHash(note);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private List<String> codesOfForm1(NoteId note) {
        try (var connection = dataSource.getConnection()) {
            return new NotesOfStore(connection, seal).codes(note, 1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private String codeOf(NoteId note) {
        return owner.sql("select content_hash from session_note where id = ?")
                .param(Ids.bytes(note.value()))
                .query(String.class)
                .single();
    }

    private void setCode(NoteId note, String code) {
        owner.sql("update session_note set content_hash = ? where id = ?")
                .params(code, Ids.bytes(note.value()))
                .update();
    }

    private List<String> kindsOf(UUID subject) {
        return owner.sql("select kind from audit_event where subject = ?")
                .param(Ids.bytes(subject))
                .query(String.class)
                .list();
    }

    private void drop(String part) {
        for (var trigger : List.of("insert", "update", "delete")) {
            owner.sql("drop trigger if exists " + part + "_signed_" + trigger).update();
        }
    }

    private record Said(int status, String answer) {}

    private Said verified() {
        var verify = commands.stream()
                .filter(command -> command.name().equals("audit verify"))
                .findFirst()
                .orElseThrow();
        var out = new ByteArrayOutputStream();
        var status = verify.run(List.of(), new PrintStream(out, true, StandardCharsets.UTF_8));
        return new Said(status, out.toString(StandardCharsets.UTF_8));
    }
}

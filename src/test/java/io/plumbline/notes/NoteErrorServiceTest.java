package io.plumbline.notes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.access.signin.IdentityService;
import io.plumbline.measures.MeasureAnswers;
import io.plumbline.measures.MeasureService;
import io.plumbline.measures.ScoreDraft;
import io.plumbline.measures.ScoreRow;
import io.plumbline.measures.ScoreStatus;
import io.plumbline.patients.PatientDraft;
import io.plumbline.patients.PatientService;
import io.plumbline.plans.PlanDetails;
import io.plumbline.shared.NotAvailable;
import io.plumbline.shared.Refused;
import io.plumbline.shared.StaleVersion;
import io.plumbline.shared.ids.Ids;
import io.plumbline.shared.ids.NoteId;
import io.plumbline.shared.ids.PatientId;
import io.plumbline.support.AnsweredChecks;
import io.plumbline.support.OnMySql;
import io.plumbline.support.Staff;
import io.plumbline.support.StoreTest;
import io.plumbline.support.TestCare;
import io.plumbline.support.TestGroup;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A note that was entered in error stays readable, and takes back what it counted for. */
@StoreTest
@OnMySql("a trigger of MySQL lets only the mark of an error change, comparing all other columns")
class NoteErrorServiceTest {
    private static final String REASON = "Written for the visit of the day before";

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
    MeasureService measures;

    @Autowired
    PatientService patients;

    @Autowired
    JdbcClient jdbc;

    @Test
    void itStaysReadableAndItsVisitIsOpenAgain() {
        var patient = care.treated("Entered In Error");
        var plan = care.activePlan(patient, "error");
        var appointment = care.bookMassage(patient, care.today());
        var note = care.treat(appointment);
        assertThat(care.header(patient).delivered()).isEqualTo(1);

        mark(note);

        var read = open(note);
        assertThat(read.status()).isEqualTo(NoteStatus.ENTERED_IN_ERROR);
        assertThat(read.draft()).isEqualTo(TestCare.done());
        assertThat(read.signature().intact()).isTrue();
        assertThat(care.header(patient).delivered()).isZero();
        assertThat(care.details(plan).visits().getFirst())
                .extracting(PlanDetails.Visit::deliveredOn, PlanDetails.Visit::bookedOn)
                .containsExactly(null, care.today());
        assertThat(care.auditOf("note.entered-in-error", patient)).isEqualTo(1);
        assertThat(care.auditOf("plan.delivery-taken-back", patient)).isEqualTo(1);

        var right = care.treat(appointment);
        assertThat(right).as("the visit can have the right note").isNotEqualTo(note);
        assertThat(care.header(patient).delivered()).isEqualTo(1);
    }

    @Test
    void itsVisitIsListedWithoutANote() {
        var patient = care.treated("Listed Again");
        var note = care.treat(care.bookMassage(patient, care.today()));
        assertThat(openVisitsOf(patient)).isEmpty();
        mark(note);
        assertThat(openVisitsOf(patient)).singleElement().satisfies(row -> assertThat(row.note())
                .isNull());
    }

    @Test
    void itsScoresNoLongerCountButACorrectedOneStays() {
        var patient = care.treated("Scores Taken Back");
        var note = care.earlierNote(patient);
        assertThat(statusesOf(patient)).containsExactly(ScoreStatus.FINAL);
        mark(note);
        assertThat(statusesOf(patient)).containsExactly(ScoreStatus.ENTERED_IN_ERROR);

        var corrected = care.treated("Scores Corrected");
        var other = care.earlierNote(corrected);
        staff.doAs("therapist", () -> {
            var score = scoresOf(corrected).getFirst();
            measures.correct(
                    score.id(),
                    score.version(),
                    new ScoreDraft("NPRS_NOW", MeasureAnswers.score(2), care.today()),
                    "Misheard what the patient said");
        });
        mark(other);
        assertThat(statusesOf(corrected)).containsExactlyInAnyOrder(ScoreStatus.CORRECTED, ScoreStatus.FINAL);
    }

    @Test
    void aNoteInTheWrongRecordIsWrittenAgainInTheRightOne() {
        var wrong = care.treated("Wrong Record");
        var right = care.treated("Right Record");
        var appointment = care.bookMassage(right, care.today());
        var note = care.signedNote(wrong);

        var copy = care.provenly(
                "therapist", () -> errors.moveTo(right, note, version(note), "Written for the wrong patient"));

        assertThat(open(note).status()).isEqualTo(NoteStatus.ENTERED_IN_ERROR);
        var draft = open(copy);
        assertThat(draft.status()).isEqualTo(NoteStatus.DRAFT);
        assertThat(draft.patient()).isEqualTo(right);
        assertThat(draft.draft()).isEqualTo(TestCare.done());
        assertThat(staff.as("therapist", () -> starts.begin(new VisitKey.Booked(appointment))))
                .as("it is the note of the visit that the right patient has")
                .isEqualTo(copy);
        care.asProven("therapist", () -> AnsweredChecks.sign(notes, copy, draft.version()));
        assertThat(open(copy).status()).isEqualTo(NoteStatus.SIGNED);
    }

    @Test
    void theEmptyDraftOfTheRightPatientTakesTheContentAndASignedNoteRefusesIt() {
        var wrong = care.treated("Wrong With Draft");
        var right = care.treated("Right With Draft");
        var appointment = care.bookMassage(right, care.today());
        var draft = staff.as("therapist", () -> starts.begin(new VisitKey.Booked(appointment)));
        var note = care.signedNote(wrong);
        var copy = care.provenly(
                "therapist", () -> errors.moveTo(right, note, version(note), "Written for the wrong patient"));
        assertThat(copy).isEqualTo(draft);
        assertThat(open(draft).draft()).isEqualTo(TestCare.done());

        var another = care.signedNote(wrong);
        assertThatThrownBy(() -> care.asProven(
                        "therapist",
                        () -> errors.moveTo(right, another, version(another), "Written for the wrong patient")))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("already has a session note of that day");
        assertThat(open(another).status()).isEqualTo(NoteStatus.SIGNED);
    }

    @Test
    void whatTheNoteFoundHoldsTheRightPatientAtOnce() {
        var wrong = care.treated("Wrong With Finding");
        var right = care.treated("Right With Finding");
        var appointment = care.bookMassage(wrong, care.today());
        var note = staff.as("therapist", () -> starts.begin(new VisitKey.Booked(appointment)));
        var version = staff.as("therapist", () -> notes.saveDraft(note, 0, TestCare.found("RF-INF-1")));
        care.asProven("therapist", () -> AnsweredChecks.sign(notes, note, version));
        assertThat(care.isOnHold(right)).isFalse();
        care.provenly("therapist", () -> errors.moveTo(right, note, version(note), "Written for the wrong patient"));
        assertThat(care.isOnHold(right)).isTrue();
        assertThat(care.isOnHold(wrong)).as("until a chiropractor decides").isTrue();
        care.decideAll(right);
        care.decideAll(wrong);
    }

    @Test
    void aDuplicateTakesNoScoreOfTheOtherNoteWithIt() {
        var patient = care.treated("Written Twice");
        care.earlierNote(patient);
        var duplicate = care.earlierNote(patient);
        mark(duplicate);
        assertThat(statusesOf(patient)).containsExactly(ScoreStatus.FINAL);
    }

    @Test
    void theOtherNoteOfTheDayRecordsItsOwnScore() {
        var patient = care.treated("First Was Wrong");
        var first = care.earlierNote(patient);
        care.earlierNote(patient);
        mark(first);
        assertThat(statusesOf(patient)).containsExactlyInAnyOrder(ScoreStatus.ENTERED_IN_ERROR, ScoreStatus.FINAL);
    }

    @Test
    void theWrongRecordCannotBeTheRightOneNorOneThatTheAuthorMayNotSee() {
        var patient = care.treated("Same Record");
        var note = care.earlierNote(patient);
        assertThatThrownBy(() -> care.asProven(
                        "therapist",
                        () -> errors.moveTo(patient, note, version(note), "Written for the wrong patient")))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("already in that patient's record");
        var stranger = staff.as(
                "manager", () -> patients.add(new PatientDraft("Nobody's", "Patient", null, null, null), group.east));
        assertThatThrownBy(() -> care.asProven(
                        "therapist",
                        () -> errors.moveTo(stranger, note, version(note), "Written for the wrong patient")))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("You do not treat this patient");
        assertThat(open(note).status()).as("nothing was done").isEqualTo(NoteStatus.SIGNED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   "})
    void itNeedsAReason(String reason) {
        var note = care.earlierNote(care.treated("Without Reason"));
        assertThatThrownBy(() -> care.asProven("therapist", () -> errors.mark(note, version(note), reason)))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("The reason is missing");
        assertThat(open(note).status()).isEqualTo(NoteStatus.SIGNED);
    }

    @Test
    void itNeedsProofOfIdentity() {
        var note = care.earlierNote(care.treated("Without Proof"));
        assertThatThrownBy(() -> staff.doAs("therapist", () -> errors.mark(note, version(note), REASON)))
                .isInstanceOf(IdentityService.ProofNeeded.class);
        assertThat(open(note).status()).isEqualTo(NoteStatus.SIGNED);
    }

    @Test
    void itIsMarkedOnce() {
        var note = care.earlierNote(care.treated("Marked Twice"));
        var version = version(note);
        mark(note);
        assertThatThrownBy(() -> care.asProven("therapist", () -> errors.mark(note, version, REASON)))
                .isInstanceOf(StaleVersion.class);
        assertThatThrownBy(() -> mark(note))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("already marked as entered in error");
    }

    @Test
    void aDraftIsNotMarked() {
        var patient = care.treated("Only A Draft");
        var draft =
                staff.as("therapist", () -> starts.begin(new VisitKey.Booked(care.bookMassage(patient, care.today()))));
        assertThatThrownBy(() -> mark(draft)).isInstanceOf(Refused.class).hasMessageContaining("can still be changed");
    }

    @Test
    void onlyTheAuthorMarksIt() {
        var note = care.earlierNote(care.treated("Of Somebody Else"));
        assertThat(staff.as("chiropractor", () -> notes.open(note).orElseThrow().mayBeMarked()))
                .isFalse();
        assertThatThrownBy(() -> care.asProven("chiropractor", () -> errors.mark(note, version(note), REASON)))
                .isInstanceOf(NotAvailable.class);
        assertThat(staff.as("therapist", () -> notes.open(note).orElseThrow().mayBeMarked()))
                .isTrue();
    }

    @Test
    void afterTheAuthorHasLeftAClinicianOfThePatientMarksIt() {
        var note = care.earlierNote(care.treated("Author Has Left"));
        setStatusOfTherapist("SWITCHED_OFF");
        try {
            assertThat(staff.as(
                            "chiropractor", () -> notes.open(note).orElseThrow().mayBeMarked()))
                    .isTrue();
            var version = staff.as(
                    "chiropractor", () -> notes.open(note).orElseThrow().version());
            care.asProven("chiropractor", () -> errors.mark(note, version, REASON));
            assertThat(staff.as(
                            "chiropractor", () -> notes.open(note).orElseThrow().status()))
                    .isEqualTo(NoteStatus.ENTERED_IN_ERROR);
        } finally {
            setStatusOfTherapist("ACTIVE");
        }
    }

    @Test
    void theStoreMarksNoNoteWithoutAReasonBesideIt() {
        var note = care.earlierNote(care.treated("Struck Out"));
        var other = care.earlierNote(care.treated("Marked"));
        mark(other);
        assertThatThrownBy(() -> jdbc.sql("update session_note set status = 'ENTERED_IN_ERROR' where id = ?")
                        .param(Ids.bytes(note.value()))
                        .update())
                .rootCause()
                .hasMessageContaining("Signed: it is corrected by an addition, never changed");
        assertThat(open(note).status()).isEqualTo(NoteStatus.SIGNED);
    }

    @Test
    void theStoreLetsNothingElseChangeWithTheMark() {
        var note = care.earlierNote(care.treated("Marked And Changed"));
        jdbc.sql("""
                        insert into session_note_amendment (id, note_id, patient_id, kind, amendment, signed_by, signed_at,
                            content_format, content_hash)
                        select id, id, patient_id, 'ENTERED_IN_ERROR', 'Forged', author_id, signed_at, 1, 'Forged'
                        from session_note where id = ?""").param(Ids.bytes(note.value())).update();
        var columns = jdbc.sql("""
                        select column_name from information_schema.columns
                        where table_name = 'session_note' and table_schema in ('plumbline', schema())
                          and column_name not in
                            ('status', 'version', 'planned_visit_or_self', 'appointment_or_self')""").query(String.class).list();
        assertThat(columns).hasSizeGreaterThan(25);
        for (var column : columns) {
            assertThatThrownBy(
                            () -> jdbc.sql("update session_note set status = 'ENTERED_IN_ERROR', %s = %s where id = ?"
                                            .formatted(column, other(column)))
                                    .param(Ids.bytes(note.value()))
                                    .update())
                    .as(column)
                    .rootCause()
                    .hasMessageContaining("Signed: it is corrected by an addition, never changed");
        }
        assertThat(open(note).status()).isEqualTo(NoteStatus.SIGNED);
    }

    /** Returns a value that the column can have and the signed note does not. */
    private static String other(String column) {
        return switch (column) {
            case "id", "patient_id", "clinic_id", "author_id", "appointment_id", "planned_visit_id", "signed_by" ->
                "x'00000000000000000000000000000001'";
            case "pressure", "stop_at", "minutes", "pain_before", "pain_after", "content_format" -> "99";
            case "treated_on" -> "date '2020-01-01'";
            case "created_at", "changed_at", "signed_at" -> "timestamp '2020-01-01 00:00:00'";
            default -> "'X'";
        };
    }

    private void setStatusOfTherapist(String status) {
        jdbc.sql("update staff_account set status = ? where id = ?")
                .params(status, Ids.bytes(group.therapist.value()))
                .update();
    }

    private void mark(NoteId note) {
        care.asProven("therapist", () -> errors.mark(note, version(note), REASON));
    }

    private long version(NoteId note) {
        return open(note).version();
    }

    private NoteDetails open(NoteId note) {
        return staff.as("therapist", () -> notes.open(note)).orElseThrow();
    }

    private List<VisitRow> openVisitsOf(PatientId patient) {
        return staff.as("therapist", notes::visitsToday).stream()
                .filter(row -> patient.equals(row.patient()) && row.isOpen())
                .toList();
    }

    private List<ScoreRow> scoresOf(PatientId patient) {
        return measures.open(patients.details(patient).orElseThrow());
    }

    private List<ScoreStatus> statusesOf(PatientId patient) {
        return staff.as("therapist", () -> scoresOf(patient)).stream()
                .map(ScoreRow::status)
                .toList();
    }
}

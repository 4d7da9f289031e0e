package io.plumbline.notes.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.plumbline.access.breakglass.BreakGlassFilter;
import io.plumbline.access.breakglass.BreakGlassReason;
import io.plumbline.access.breakglass.BreakGlassService;
import io.plumbline.measures.MeasureService;
import io.plumbline.notes.CarryForwardService;
import io.plumbline.notes.HeldTreatmentRow;
import io.plumbline.notes.HeldTreatmentService;
import io.plumbline.notes.NoteDetails;
import io.plumbline.notes.NoteDraft;
import io.plumbline.notes.NoteHistoryService;
import io.plumbline.notes.NotePrintService;
import io.plumbline.notes.NotePrivacy;
import io.plumbline.notes.NoteRow;
import io.plumbline.notes.NoteService;
import io.plumbline.notes.NoteStartService;
import io.plumbline.notes.VisitKey;
import io.plumbline.notes.amendments.Addendum;
import io.plumbline.notes.amendments.NoteAmendmentService;
import io.plumbline.notes.changes.RecordChange;
import io.plumbline.notes.changes.RecordChangeService;
import io.plumbline.notes.search.NoteSearchService;
import io.plumbline.notes.search.SessionNoteHit;
import io.plumbline.patients.PatientDetails;
import io.plumbline.patients.PatientService;
import io.plumbline.patients.file.PatientTimeline;
import io.plumbline.patients.file.TimelineEntry;
import io.plumbline.plans.summary.PainAfterVisits;
import io.plumbline.safety.FlagDetails;
import io.plumbline.safety.SafetyService;
import io.plumbline.schedule.AppointmentType;
import io.plumbline.sessions.SegmentRow;
import io.plumbline.shared.NotAvailable;
import io.plumbline.shared.ids.Ids;
import io.plumbline.shared.ids.NoteId;
import io.plumbline.shared.ids.OperationId;
import io.plumbline.shared.ids.PatientId;
import io.plumbline.support.AnsweredChecks;
import io.plumbline.support.MovableClock;
import io.plumbline.support.Staff;
import io.plumbline.support.Statements;
import io.plumbline.support.StoreTest;
import io.plumbline.support.TestCare;
import io.plumbline.support.TestGroup;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a clinician who treats the patient, and whom a note is not for, still sees of it, wherever notes are read. */
@StoreTest
class RestrictedNoteServiceTest {

    /** A word that only the note has. */
    private static final String SECRET = "Piriformis";

    @Autowired
    RestrictedNoteService restricted;

    @Autowired
    NotePrivacyService privacy;

    @Autowired
    NoteService notes;

    @Autowired
    NoteHistoryService history;

    @Autowired
    NoteStartService starts;

    @Autowired
    NoteSearchService search;

    @Autowired
    NotePrintService prints;

    @Autowired
    NoteAmendmentService amendments;

    @Autowired
    CarryForwardService carries;

    @Autowired
    RecordChangeService changes;

    @Autowired
    List<PatientTimeline> timelines;

    @Autowired
    PainAfterVisits pain;

    @Autowired
    MeasureService measures;

    @Autowired
    SafetyService safety;

    @Autowired
    HeldTreatmentService held;

    @Autowired
    BreakGlassService breakGlass;

    @Autowired
    PatientService patients;

    @Autowired
    TestCare care;

    @Autowired
    TestGroup group;

    @Autowired
    Staff staff;

    @Autowired
    MovableClock clock;

    @Autowired
    Statements statements;

    @Autowired
    JdbcClient jdbc;

    @Test
    void theListSaysThatTheVisitTookPlaceAndNothingOfItsContent() {
        var patient = care.treated("Listed");
        var note = restrictedNote(patient);
        assertThat(seen("chiropractor", patient, history::findByPatient))
                .singleElement()
                .satisfies(row -> {
                    assertThat(row.id()).isEqualTo(note);
                    assertThat(row.isWithheld()).isTrue();
                    assertThat(row.privacy()).isEqualTo(NotePrivacy.NAMED);
                    assertThat(row.authorName()).isEqualTo("therapist");
                    assertThat(row.treatedOn()).isEqualTo(care.today().minusDays(6));
                    assertThat(row.service()).isEqualTo(AppointmentType.MASSAGE);
                    assertThat(row.painBefore()).isNull();
                    assertThat(row.painAfter()).isNull();
                    assertThat(row.nextStep()).isEmpty();
                });
        assertThat(seen("therapist", patient, history::findByPatient))
                .singleElement()
                .satisfies(row -> {
                    assertThat(row.isWithheld()).isFalse();
                    assertThat(row.privacy()).isEqualTo(NotePrivacy.NAMED);
                    assertThat(row.nextStep()).isNotEmpty();
                });
        assertThat(seen("chiropractor", patient, pain::findByPatient)).isEmpty();
        assertThat(seen("therapist", patient, pain::findByPatient)).hasSize(1);
    }

    @Test
    void theListAsksTheStoreOnceHoweverManyNotesAreRestricted() {
        var patient = care.treated("Counted");
        var open = staff.as("chiropractor", () -> patients.details(patient)).orElseThrow();
        care.earlierNote(patient);
        var before = asked(open);
        restrictedNote(patient);
        restrictedNote(patient);
        assertThat(asked(open)).isEqualTo(before).isOne();
    }

    private int asked(PatientDetails open) {
        return staff.as(
                "chiropractor",
                () -> statements.of(() -> history.findByPatient(open)).size());
    }

    @Test
    void itIsNotOpenedPrintedSearchedCarriedForwardOrAmended() {
        var patient = care.treated("Nowhere");
        var note = restrictedNote(patient);
        var range = new NotePrintService.Range(care.today().minusDays(7), care.today(), true);
        assertThat(staff.as("chiropractor", () -> notes.open(note))).isEmpty();
        assertThat(staff.as("chiropractor", () -> notes.print(note))).isEmpty();
        assertThat(staff.as("chiropractor", () -> notes.brief(note))).isEmpty();
        assertThat(staff.as("chiropractor", () -> prints.print(patient, range).notes()))
                .isEmpty();
        assertThat(staff.as("chiropractor", () -> prints.count(patient, range)))
                .isEqualTo(new NotePrintService.Counted(0, 1));
        assertThat(staff.as("chiropractor", () -> search.findByPatient(patient, SECRET, null)))
                .isEmpty();
        assertThatThrownBy(() -> staff.as("chiropractor", () -> amendments.saveDraft(note, -1, new Addendum("Mine"))))
                .isInstanceOf(NotAvailable.class);
        var open = care.earlierNote(patient);
        assertThat(staff.as("chiropractor", () -> prints.print(patient, range).notes()))
                .as("the others are printed")
                .extracting(NoteDetails::id)
                .containsExactly(open);
        assertThat(staff.as("chiropractor", () -> prints.print(patient, range)).withheld())
                .as("the document says that one is left out")
                .isOne();

        assertThat(staff.as("therapist", () -> prints.count(patient, range)))
                .isEqualTo(new NotePrintService.Counted(2, 0));
        assertThat(staff.as("therapist", () -> search.findByPatient(patient, SECRET, null)))
                .singleElement()
                .isInstanceOfSatisfying(SessionNoteHit.class, hit -> {
                    assertThat(hit.id()).isEqualTo(note);
                    assertThat(hit.privacy()).isEqualTo(NotePrivacy.NAMED);
                });
        assertThat(staff.as("therapist", () -> search.findForCurrentUser(SECRET, null)))
                .extracting(SessionNoteHit::id)
                .contains(note);
    }

    @Test
    void whatARestrictedNoteDidIsNotCarriedForwardByAnother() {
        var patient = care.treated("Not Carried");
        care.signIntake(patient, care.assessed("back"));
        var first = adjustment(patient);
        var version = staff.as(
                "chiropractor", () -> notes.saveDraft(first, 0, TestCare.adjusted(TestCare.done(), "L5 L HVLA")));
        care.asProven("chiropractor", () -> AnsweredChecks.sign(notes, first, version));
        var next = adjustment(patient);
        assertThat(staff.as(
                        "chiropractor", () -> carries.findFor(notes.open(next).orElseThrow())))
                .isPresent();
        staff.doAs("chiropractor", () -> privacy.change(first, -1, NotePrivacy.NAMED, Set.of()));
        assertThat(staff.as(
                        "chiropractor", () -> carries.findFor(notes.open(next).orElseThrow())))
                .as("the author carries forward")
                .isPresent();
        // as if a colleague of the discipline had written it
        jdbc.sql("update session_note set author_id = ? where id = ?")
                .params(Ids.bytes(group.therapist.value()), Ids.bytes(next.value()))
                .update();
        assertThat(staff.as("therapist", () -> carries.findFor(notes.open(next).orElseThrow())))
                .isEmpty();
    }

    @Test
    void theTimelineAndTheChangesNameTheVisitWithoutItsPain() {
        var patient = care.treated("Timeline");
        var since = clock.instant().minusSeconds(60);
        var note = restrictedNote(patient);
        var version = staff.as("therapist", () -> amendments.saveDraft(note, -1, new Addendum("Also the " + SECRET)));
        care.asProven("therapist", () -> amendments.sign(note, version));
        assertThat(noteEntries("chiropractor", patient))
                .extracting(TimelineEntry::detail)
                .containsExactly("Session note: signed. Restricted to named people");
        assertThat(noteEntries("therapist", patient))
                .extracting(TimelineEntry::detail)
                .singleElement()
                .asString()
                .startsWith("Pain ")
                .endsWith("Restricted to named people");
        assertThat(seen("chiropractor", patient, open -> changes.findSince(open, since)))
                .extracting(RecordChange::kind, RecordChange::what)
                .contains(tuple(RecordChange.Kind.SESSION, "Massage"), tuple(RecordChange.Kind.AMENDMENT, "addendum"));
    }

    @Test
    void scoresRedFlagsAndTheStatementToThemStayVisible() {
        var patient = care.treated("Safety Facts");
        var note = written(patient, TestCare.found("RF-CES-1", "Stopped, called the chiropractor"));
        restrict(note);
        assertThat(seen("chiropractor", patient, measures::findByPatient))
                .as("the patient's outcomes")
                .isNotEmpty();
        assertThat(seen("chiropractor", patient, safety::findByPatient))
                .extracting(FlagDetails::flag)
                .isNotEmpty();
        assertThat(care.isOnHold(patient)).isTrue();
        assertThat(staff.as("manager", () -> held.unseen(200)))
                .as("treated during the hold that the note itself found")
                .extracting(HeldTreatmentRow::note)
                .contains(note);
        var facts = staff.as("chiropractor", () -> restricted.open(note)).orElseThrow();
        assertThat(facts.finding()).isEqualTo("RF-CES-1");
        assertThat(facts.statement()).isEqualTo("Stopped, called the chiropractor");
        assertThat(facts.author()).isEqualTo("therapist");
        assertThat(care.auditOf("note.restricted-opened", patient)).isOne();
        assertThat(care.auditOf("note.opened", patient)).isZero();
    }

    @Test
    void contraindicationsStayVisibleAndAnOrdinaryStatementDoesNot() {
        var patient = care.treated("Contraindicated");
        care.signIntake(patient, care.assessed("back"));
        var note = adjustment(patient);
        var done = TestCare.adjusted(TestCare.done(), "L5 L HVLA");
        var draft = done.withDetails(done.details().withSegments(done.details().segments(), "Osteoporosis"));
        var version = staff.as("chiropractor", () -> notes.saveDraft(note, 0, draft));
        care.asProven("chiropractor", () -> AnsweredChecks.sign(notes, note, version));
        assertThat(seen("therapist", patient, history::findByPatient))
                .filteredOn(row -> row.id().equals(note))
                .flatExtracting(NoteRow::adjusted)
                .extracting(SegmentRow::words)
                .containsExactly("L5 left: High velocity, low amplitude (HVLA)");
        staff.doAs("chiropractor", () -> privacy.change(note, -1, NotePrivacy.NAMED, Set.of()));
        assertThat(seen("therapist", patient, history::findByPatient))
                .filteredOn(row -> row.id().equals(note))
                .flatExtracting(NoteRow::adjusted)
                .isEmpty();
        var facts = staff.as("therapist", () -> restricted.open(note)).orElseThrow();
        assertThat(facts.contraindications()).isEqualTo("Osteoporosis");
        assertThat(facts.statement()).isEmpty();
        assertThat(facts.finding()).isEmpty();
    }

    @Test
    void thoseWithoutARelationAndReadersGetNoRestrictedPage() {
        var patient = care.treated("No Page");
        var note = restrictedNote(patient);
        assertThat(staff.as("guesser", () -> restricted.open(note))).isEmpty();
        assertThat(staff.as("therapist", () -> restricted.open(note))).isEmpty();
        assertThat(staff.as("chiropractor", () -> restricted.open(NoteId.next())))
                .isEmpty();
        var draft = staff.as(
                "therapist",
                () -> starts.begin(new VisitKey.Booked(
                        care.bookMassage(patient, care.today().minusDays(6)))));
        restrict(draft);
        assertThat(staff.as("chiropractor", () -> restricted.open(draft)))
                .as("a draft does not exist for others")
                .isEmpty();
        staff.doAs("guesser", () -> restricted.breakGlass(note, OperationId.next(), reason(patient)));
        assertThat(staff.as("guesser", () -> breakGlass.running(patient)))
                .as("nothing is opened to those without a relation")
                .isEmpty();
    }

    @Test
    void breakGlassAccessOpensItForAnHourAndTheTrailSaysSo() {
        var patient = care.treated("Emergency");
        var note = restrictedNote(patient);
        var operation = OperationId.next();
        care.asProven("chiropractor", () -> restricted.breakGlass(note, operation, reason(patient)));
        care.asProven("chiropractor", () -> restricted.breakGlass(note, operation, reason(patient)));
        assertThat(care.auditOf("opening.begun", patient)).isOne();
        assertThat(staff.as("chiropractor", () -> breakGlass.running(patient))).isPresent();
        assertThat(staff.as("chiropractor", () -> notes.open(note))).isPresent();
        assertThat(staff.as("chiropractor", () -> search.findByPatient(patient, SECRET, null)))
                .hasSize(1);
        assertThat(jdbc.sql("select detail from audit_event where kind = 'note.opened' and patient = ? and actor = ?")
                        .params(Ids.bytes(patient.value()), Ids.bytes(group.chiropractor.value()))
                        .query(String.class)
                        .list())
                .containsExactly("opened with a reason");
        assertThat(staff.as("manager", () -> breakGlass.list(BreakGlassFilter.TO_REVIEW, null, 200)))
                .anyMatch(row -> row.patient().equals(patient));
        clock.pass(Duration.ofMinutes(61));
        assertThat(staff.as("chiropractor", () -> notes.open(note))).isEmpty();
        assertThat(staff.as("chiropractor", () -> patients.details(patient)))
                .as("the relation stays")
                .isPresent();
    }

    @Test
    void endedBreakGlassAccessReadsNoMore() {
        var patient = care.treated("Ended Early");
        var note = restrictedNote(patient);
        care.asProven("chiropractor", () -> restricted.breakGlass(note, OperationId.next(), reason(patient)));
        staff.doAs("chiropractor", () -> breakGlass.close(patient));
        assertThat(staff.as("chiropractor", () -> notes.open(note))).isEmpty();
        assertThatThrownBy(() -> care.asProven(
                        "guesser", () -> breakGlass.openRestricted(OperationId.next(), patient, reason(patient))))
                .isInstanceOf(NotAvailable.class);
    }

    private List<TimelineEntry> noteEntries(String who, PatientId patient) {
        return seen(who, patient, open -> timelines.stream()
                .flatMap(timeline -> timeline.findEntries(open).stream())
                .filter(entry -> entry.detail().contains("Session note"))
                .toList());
    }

    private <T> List<T> seen(String who, PatientId patient, Function<PatientDetails, List<T>> read) {
        return staff.as(who, () -> read.apply(patients.details(patient).orElseThrow()));
    }

    private NoteId adjustment(PatientId patient) {
        var visit = care.book(AppointmentType.ADJUSTMENT, group.chiropractor, patient, care.today());
        return staff.as("chiropractor", () -> starts.begin(new VisitKey.Booked(visit)));
    }

    /** A signed massage note that only the therapist, its author, reads. */
    private NoteId restrictedNote(PatientId patient) {
        var note = written(patient, TestCare.done().withNextStep(SECRET + " again next week"));
        restrict(note);
        return note;
    }

    private NoteId written(PatientId patient, NoteDraft draft) {
        var note = staff.as(
                "therapist",
                () -> starts.begin(new VisitKey.Booked(
                        care.bookMassage(patient, care.today().minusDays(6)))));
        var version = staff.as("therapist", () -> notes.saveDraft(note, 0, draft));
        care.asProven("therapist", () -> AnsweredChecks.sign(notes, note, version));
        return note;
    }

    private void restrict(NoteId note) {
        staff.doAs("therapist", () -> privacy.change(note, -1, NotePrivacy.NAMED, Set.of()));
    }

    /** A reason of this patient: nobody may give the same for two. */
    private static BreakGlassReason reason(PatientId patient) {
        return new BreakGlassReason("The author is away and the patient is here, " + patient.value());
    }
}

package io.plumbline.notes.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.plumbline.notes.NoteCopies;
import io.plumbline.notes.NoteDraft;
import io.plumbline.notes.NoteErrorService;
import io.plumbline.notes.NoteService;
import io.plumbline.notes.NoteStartService;
import io.plumbline.notes.NoteStatus;
import io.plumbline.notes.VisitKey;
import io.plumbline.notes.amendments.Addendum;
import io.plumbline.notes.amendments.NoteAmendmentService;
import io.plumbline.shared.NotAvailable;
import io.plumbline.shared.Refused;
import io.plumbline.shared.ids.Ids;
import io.plumbline.shared.ids.NoteId;
import io.plumbline.shared.ids.PatientId;
import io.plumbline.support.AnsweredChecks;
import io.plumbline.support.ForgedStoreTest;
import io.plumbline.support.FreshStore;
import io.plumbline.support.OnMySql;
import io.plumbline.support.Staff;
import io.plumbline.support.Statements;
import io.plumbline.support.TestCare;
import io.plumbline.support.TestGroup;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Signed notes are found by their words, by those who may read them, and the trail tells that they searched. */
@ForgedStoreTest
@FreshStore
@OnMySql("words of other scripts are compared by MySQL's collation")
class NoteSearchServiceTest {
    /** The relation, the page, the notes, and what belongs to them; and what the audit trail asks of each patient. */
    private static final int STATEMENTS = 5;

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
    NoteAmendmentService amendments;

    @Autowired
    NoteSearchService search;

    @Autowired
    NoteWordBackfill backfill;

    @Autowired
    NoteCopies copies;

    @Autowired
    Statements statements;

    @Autowired
    JdbcClient jdbc;

    @Test
    void aSignedNoteIsFoundByItsWordsWithThemMarked() {
        var patient = care.treated("Found By Words");
        var note = signed(patient, "Crêpitus at the rotator cuff");
        var other = care.treat(care.bookMassage(patient, day()));
        assertThat(found("therapist", patient, "crepitus rota")).singleElement().satisfies(hit -> {
            assertThat(hit.id()).isEqualTo(note);
            assertThat(hit.treatedOn()).isEqualTo(day());
            assertThat(hit.author()).isNotEmpty();
            assertThat(hit.status()).isEqualTo(NoteStatus.SIGNED);
            assertThat(hit.snippet().field()).isEqualTo("Findings");
            assertThat(hit.snippet().pieces())
                    .filteredOn(Snippet.Piece::isHit)
                    .extracting(Snippet.Piece::text)
                    .containsExactly("Crêpitus", "rotator");
        });
        assertThat(found("chiropractor", patient, "swedish sacr"))
                .as("by modality and area, newest first")
                .extracting(SessionNoteHit::id)
                .containsExactly(other, note);
    }

    @Test
    void allWordsMustBeInTheNoteAndOnlyTheLastMayBeABeginning() {
        var patient = care.treated("All Words");
        signed(patient, "Tight hamstring");
        signed(patient, "Tight calf");
        assertThat(found("therapist", patient, "tight")).hasSize(2);
        assertThat(found("therapist", patient, "tight ham")).hasSize(1);
        assertThat(found("therapist", patient, "hamstring tig")).hasSize(1);
        assertThat(found("therapist", patient, "ham tight")).isEmpty();
        assertThat(found("therapist", patient, "tight knee")).isEmpty();
        assertThat(found("therapist", patient, "amstring"))
                .as("no text within a word")
                .isEmpty();
    }

    @Test
    void wordsOfSignsAndOfOtherScriptsAreFoundAndNoneIsAStatement() {
        var patient = care.treated("Strange Words");
        care.treat(care.bookMassage(patient, day()));
        assertThat(found("therapist", patient, "مرحبا")).hasSize(1);
        assertThat(found("therapist", patient, "O'Brien")).hasSize(1);
        assertThat(found("therapist", patient, "'; drop table pati")).hasSize(1);
        assertThatThrownBy(() -> found("therapist", patient, "%% _")).isInstanceOf(Refused.class);
    }

    @Test
    void aPersonNamedInANoteIsFoundByEverySpelling() {
        var patient = care.treated("Named In Notes");
        var note = signed(patient, "Calls of Dr. Bellmüller, Ann O'Bellan and Ana Debella");
        var other = signed(patient, "Letter of Dr. Bellmueller");
        for (var typed : List.of("Bellmüller", "Bellmueller")) {
            assertThat(found("therapist", patient, typed))
                    .as(typed)
                    .extracting(SessionNoteHit::id)
                    .containsExactlyInAnyOrder(note, other);
        }
        for (var typed : List.of("O'Bellan", "OBellan", "De Bella")) {
            assertThat(found("therapist", patient, typed))
                    .as(typed)
                    .extracting(SessionNoteHit::id)
                    .containsExactly(note);
        }
        assertThat(staff.as("therapist", () -> search.findForCurrentUser("Bellmueller", null)))
                .extracting(SessionNoteHit::id)
                .containsExactlyInAnyOrder(note, other);
    }

    @Test
    void aDraftIsNotFound() {
        var patient = care.treated("Draft Not Found");
        care.treat(care.bookMassage(patient, day()));
        var draft = staff.as("therapist", () -> starts.begin(new VisitKey.Booked(care.bookMassage(patient, day()))));
        staff.doAs("therapist", () -> notes.saveDraft(draft, 0, withFindings("Unfinished thought")));
        assertThat(found("therapist", patient, "unfinished")).isEmpty();
    }

    @Test
    void anAddendumIsFoundAtOnceAndANoteEnteredInErrorStaysFoundAndSaysSo() {
        var patient = care.treated("Added Words");
        var note = care.treat(care.bookMassage(patient, day()));
        var version =
                staff.as("chiropractor", () -> amendments.saveDraft(note, -1, new Addendum("Also the piriformis")));
        assertThat(found("therapist", patient, "piriformis")).as("not signed").isEmpty();
        care.asProven("chiropractor", () -> amendments.sign(note, version));
        assertThat(found("therapist", patient, "piriformis"))
                .singleElement()
                .satisfies(hit -> assertThat(hit.snippet().field()).isEqualTo("Addendum"));
        var seen = staff.as("therapist", () -> notes.open(note).orElseThrow().version());
        care.asProven("therapist", () -> errors.mark(note, seen, "Mistaken weekday"));
        assertThat(found("therapist", patient, "mistaken"))
                .extracting(SessionNoteHit::id, SessionNoteHit::status)
                .containsExactly(tuple(note, NoteStatus.ENTERED_IN_ERROR));
    }

    @Test
    void onlyThoseInTheRelationSearchAndTheTrailTellsItWithoutTheWords() {
        var patient = care.treated("In Relation");
        signed(patient, "Confidential finding");
        assertThatThrownBy(() -> found("guesser", patient, "confidential")).isInstanceOf(NotAvailable.class);
        assertThat(care.auditOf("note.searched", patient)).isZero();
        assertThat(found("therapist", patient, "confidential")).hasSize(1);
        assertThat(found("therapist", patient, "confidential")).hasSize(1);
        assertThat(care.auditOf("note.searched", patient))
                .as("the same search again")
                .isOne();
        assertThat(found("therapist", patient, "finding")).hasSize(1);
        assertThat(jdbc.sql("select detail from audit_event where kind = 'note.searched' and patient = ?")
                        .param(Ids.bytes(patient.value()))
                        .query(String.class)
                        .list())
                .containsOnly("1 note")
                .hasSize(2);
        assertThat(care.auditOf("note.opened", patient)).isZero();
    }

    @Test
    void whatCannotBeSearchedIsRefusedAndNotRecorded() {
        var patient = care.treated("Too Short");
        for (var typed : List.of("", "a", "left s")) {
            assertThatThrownBy(() -> found("therapist", patient, typed)).isInstanceOf(Refused.class);
            assertThatThrownBy(() -> own("therapist", typed)).isInstanceOf(Refused.class);
        }
        assertThat(care.auditOf("note.searched", patient)).isZero();
    }

    @Test
    void myNotesAreThoseThatIWroteAboutPatientsInMyRelation() {
        var mine = care.treated("Still Mine");
        var lost = care.treated("No Longer Mine");
        var note = signed(mine, "Quadratus lumborum");
        var other = signed(lost, "Quadratus lumborum");
        assertThat(own("therapist", "quadratus")).extracting(SessionNoteHit::id).containsExactly(other, note);
        assertThat(own("chiropractor", "quadratus")).as("those of a colleague").isEmpty();
        jdbc.sql("update patient_relation set until_on = '2020-01-01' where patient_id = ? and staff_id = ?")
                .params(Ids.bytes(lost.value()), Ids.bytes(group.therapist.value()))
                .update();
        assertThat(own("therapist", "quadratus lumb")).singleElement().satisfies(hit -> {
            assertThat(hit.id()).isEqualTo(note);
            assertThat(hit.patientName()).startsWith("Still Mine");
        });
        assertThat(jdbc.sql("select count(*) from audit_event where kind = 'note.searched' and subject = ?")
                        .param(Ids.bytes(group.therapist.value()))
                        .query(Long.class)
                        .single())
                .isPositive();
    }

    @Test
    void theTrailNamesEachPatientOfWhomASearchInMyNotesShowsAPart() {
        var first = care.treated("First In Own");
        var second = care.treated("Second In Own");
        signed(first, "Sternocleidomastoid left");
        signed(first, "Sternocleidomastoid right");
        var last = signed(second, "Sternocleidomastoid left");
        readCopies(last, NoteSearchService.PAGE);
        assertThat(own("therapist", "sternocleidomastoid")).hasSize(NoteSearchService.PAGE);
        assertThat(own("therapist", "sternocleidomastoid")).hasSize(NoteSearchService.PAGE);
        assertThat(detailsOf(first)).as("the same search again").containsExactly("2 own notes");
        assertThat(detailsOf(second)).containsExactly(NoteSearchService.PAGE - 2 + " own notes");
        assertThat(found("therapist", first, "sternocleidomastoid")).hasSize(2);
        assertThat(detailsOf(first)).as("the record is another search").contains("2 notes");
    }

    @Test
    void aLaterPageNamesItsPatientsToo() {
        var early = care.treated("Later Page");
        var late = care.treated("First Page");
        var note = signed(late, "Semitendinosus left");
        // newer than both notes, so that they fill the first page
        copies.copy(note, day().plusDays(NoteSearchService.PAGE + 1), NoteSearchService.PAGE);
        readFrom(note);
        var older = signed(early, "Semitendinosus left");
        var page = own("therapist", "semitendinosus");
        assertThat(page)
                .hasSize(NoteSearchService.PAGE)
                .extracting(SessionNoteHit::patient)
                .containsOnly(late);
        assertThat(detailsOf(early)).isEmpty();
        var next = staff.as("therapist", () -> search.findForCurrentUser("semitendinosus", page.getLast()));
        assertThat(next).extracting(SessionNoteHit::id).containsExactlyInAnyOrder(older, note);
        assertThat(detailsOf(early)).containsExactly("1 own note");
    }

    /** Copies a note to earlier days, and stores the words of the copies. */
    private void readCopies(NoteId note, int days) {
        copies.copy(note, day(), days);
        readFrom(note);
    }

    private List<String> detailsOf(PatientId patient) {
        return jdbc.sql("select detail from audit_event where kind = 'note.searched' and patient = ? order by at, id")
                .param(Ids.bytes(patient.value()))
                .query(String.class)
                .list();
    }

    @Test
    void olderNotesAreReadInBatchesAndFoundPageByPageInFewStatements() {
        var patient = care.treated("Many Notes");
        var note = signed(patient, "Iliotibial band");
        var few = asked(patient);
        var older = copies.copy(note, day(), 250);
        assertThat(found("therapist", patient, "iliotibial")).as("not read yet").hasSize(1);
        readFrom(note);
        assertThat(backfill.isDue()).isFalse();
        assertThat(found("therapist", patient, "iliotibial")).hasSize(NoteSearchService.PAGE);
        readFrom(new NoteId(new UUID(0, 0)));
        var words = countWords();
        readFrom(new NoteId(new UUID(0, 0)));
        assertThat(countWords()).as("read again from the first").isEqualTo(words);

        var expected = Stream.concat(older.stream(), Stream.of(note)).collect(Collectors.toList());
        Collections.reverse(expected);
        assertThat(all(after -> staff.as("therapist", () -> search.findByPatient(patient, "iliot", after))))
                .isEqualTo(expected);
        assertThat(all(after -> staff.as("therapist", () -> search.findForCurrentUser("band iliot", after))))
                .isEqualTo(expected);
        assertThat(asked(patient)).as("for a page as for one").isEqualTo(few);
        assertThat(few).allMatch(count -> count <= STATEMENTS);
    }

    /** How many statements either search asks. */
    private List<Integer> asked(PatientId patient) {
        return staff.as(
                "therapist",
                () -> List.of(
                        statements
                                .of(() -> search.findByPatient(patient, "iliotibial band", null))
                                .size(),
                        statements
                                .of(() -> search.findForCurrentUser("iliotibial band", null))
                                .size()));
    }

    private void readFrom(NoteId last) {
        jdbc.sql("update note_word_backfill set last_note_id = ? where id = 1")
                .param(Ids.bytes(last.value()))
                .update();
        assertThat(backfill.isDue()).isTrue();
        // other tests have left more notes than one batch holds
        while (backfill.isDue()) {
            backfill.readNext();
        }
    }

    private long countWords() {
        return jdbc.sql("select count(*) from note_word").query(Long.class).single();
    }

    private interface Pages {
        List<? extends NoteHit> after(@Nullable NoteHit last);
    }

    private static List<NoteId> all(Pages pages) {
        var all = new ArrayList<NoteHit>();
        for (List<? extends NoteHit> page = pages.after(null); !page.isEmpty(); page = pages.after(all.getLast())) {
            assertThat(page).hasSizeLessThanOrEqualTo(NoteSearchService.PAGE);
            all.addAll(page);
        }
        return sessionNotes(all).stream().map(SessionNoteHit::id).toList();
    }

    private static List<SessionNoteHit> sessionNotes(List<NoteHit> hits) {
        return hits.stream().map(SessionNoteHit.class::cast).toList();
    }

    private List<SessionNoteHit> found(String who, PatientId patient, String typed) {
        return sessionNotes(staff.as(who, () -> search.findByPatient(patient, typed, null)));
    }

    private List<SessionNoteHit> own(String who, String typed) {
        return staff.as(who, () -> search.findForCurrentUser(typed, null));
    }

    private NoteId signed(PatientId patient, String findings) {
        var note = staff.as("therapist", () -> starts.begin(new VisitKey.Booked(care.bookMassage(patient, day()))));
        var version = staff.as("therapist", () -> notes.saveDraft(note, 0, withFindings(findings)));
        care.asProven("therapist", () -> AnsweredChecks.sign(notes, note, version));
        return note;
    }

    private static NoteDraft withFindings(String findings) {
        var done = TestCare.done();
        return new NoteDraft(
                done.safetyRecheck(),
                null,
                done.consent(),
                done.painBefore(),
                done.areas(),
                done.modalities(),
                done.pressure(),
                done.stopAt(),
                done.minutes(),
                done.painAfter(),
                done.response(),
                findings,
                "",
                done.nextStep());
    }

    /** Returns a day of the past: the times of today are for the notes of other tests. */
    private LocalDate day() {
        return care.today().minusDays(4);
    }
}

package io.plumbline.notes.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.documents.DocumentRenderer;
import io.plumbline.notes.NoteCopies;
import io.plumbline.notes.NoteDetails;
import io.plumbline.notes.NoteErrorService;
import io.plumbline.notes.NotePrintService;
import io.plumbline.notes.NotePrintService.Range;
import io.plumbline.notes.NoteService;
import io.plumbline.notes.NoteStartService;
import io.plumbline.notes.NoteStatus;
import io.plumbline.notes.VisitKey;
import io.plumbline.notes.amendments.Addendum;
import io.plumbline.notes.amendments.NoteAmendmentService;
import io.plumbline.shared.NotAvailable;
import io.plumbline.shared.ids.Ids;
import io.plumbline.support.ForgedStoreTest;
import io.plumbline.support.FreshStore;
import io.plumbline.support.Paper;
import io.plumbline.support.Staff;
import io.plumbline.support.Statements;
import io.plumbline.support.TestCare;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The signed notes of some days as one document, complete and in order, for those who may read them, and on record. */
@ForgedStoreTest
@FreshStore
class NoteRangeDocumentTest {
    /** Beside two for each note, which compare it with the audit trail. */
    private static final int STATEMENTS = 20;

    @Autowired
    NoteRangeDocument document;

    @Autowired
    NotePrintService prints;

    @Autowired
    DocumentRenderer renderer;

    @Autowired
    NoteService notes;

    @Autowired
    NoteStartService starts;

    @Autowired
    NoteErrorService errors;

    @Autowired
    NoteAmendmentService amendments;

    @Autowired
    NoteCopies copies;

    @Autowired
    Statements statements;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TestCare care;

    @Autowired
    Staff staff;

    @Test
    void allSignedNotesArePrintedWithWhatWasAddedAndEachTimeRecordedOnce() {
        var patient = care.treated("Printed Range");
        var wrong = care.treat(care.bookMassage(patient, day()));
        var right = care.treat(care.bookMassage(patient, day()));
        var draft = staff.as("therapist", () -> starts.begin(new VisitKey.Booked(care.bookMassage(patient, day()))));
        var addendum =
                staff.as("therapist", () -> amendments.saveDraft(right, -1, new Addendum("Also the piriformis")));
        care.asProven("therapist", () -> amendments.sign(right, addendum));
        staff.doAs("therapist", () -> notes.saveDraft(draft, 0, TestCare.done().withNextStep("Unfinishedthought")));
        var seen = staff.as("therapist", () -> notes.open(wrong).orElseThrow().version());
        care.asProven("therapist", () -> errors.mark(wrong, seen, "Mistaken weekday"));
        var views = care.auditOf("note.opened", patient);
        var text = staff.as("chiropractor", () -> Paper.of(
                        renderer.render(document.print(patient, withErrors()).orElseThrow()))
                .text());
        assertThat(text)
                .contains("Session notes")
                .contains("Printed Range ")
                .contains("2, of which 1 entered in error")
                .contains("Do not rely on this note")
                .contains("Mistaken weekday")
                .contains("Also the piriformis")
                .contains("Page 1 of")
                .contains("As it was signed")
                .doesNotContain("altered")
                .doesNotContain("Unfinishedthought");
        assertThat(text.indexOf("Mistaken weekday")).as("in order").isLessThan(text.indexOf("Also the piriformis"));
        assertThat(text.split("Signed by", -1)).as("two notes and an addendum").hasSize(1 + 3);
        assertThat(care.auditOf("note.range-printed", patient)).isOne();
        assertThat(care.auditOf("note.opened", patient)).isEqualTo(views);
        assertThat(staff.as("therapist", () -> document.print(patient, days(0))))
                .isPresent();
        assertThat(care.auditOf("note.range-printed", patient)).isEqualTo(2);
    }

    @Test
    void aNoteEnteredInErrorIsLeftOutUnlessAskedFor() {
        var patient = care.treated("Range Without Errors");
        var wrong = care.treat(care.bookMassage(patient, day()));
        var seen = staff.as("therapist", () -> notes.open(wrong).orElseThrow().version());
        care.asProven("therapist", () -> errors.mark(wrong, seen, "About somebody else"));
        assertThat(staff.as("therapist", () -> prints.count(patient, days(0)).notes()))
                .isZero();
        assertThat(staff.as("therapist", () -> document.print(patient, days(0))))
                .isEmpty();
        assertThat(staff.as(
                        "therapist", () -> prints.count(patient, withErrors()).notes()))
                .isOne();
        care.treat(care.bookMassage(patient, day()));
        assertThat(staff.as("therapist", () -> prints.print(patient, days(0)).notes()))
                .extracting(NoteDetails::status)
                .containsExactly(NoteStatus.SIGNED);
        assertThat(staff.as("therapist", () -> Paper.of(
                                renderer.render(document.print(patient, days(0)).orElseThrow()))
                        .text()))
                .contains("1, without any that were entered in error")
                .doesNotContain("About somebody else");
        assertThat(jdbc.sql("select detail from audit_event where kind = 'note.range-printed' and patient = ?")
                        .param(Ids.bytes(patient.value()))
                        .query(String.class)
                        .list())
                .containsOnly("1 note, " + day() + " to " + day());
    }

    @Test
    void onlyTheNotesOfTheseDaysArePrintedInFewStatements() {
        var patient = care.treated("Range Of Days");
        var note = care.treat(care.bookMassage(patient, day()));
        copies.copy(note, day(), 30);
        assertThat(staff.as("therapist", () -> prints.count(patient, days(10)).notes()))
                .isEqualTo(11);
        var asked = statements.of(() -> assertThat(staff.as("therapist", () -> document.print(patient, days(10))))
                .isPresent());
        // the copies are not what was signed: each such note is told to the audit trail
        assertThat(asked).hasSizeLessThanOrEqualTo(STATEMENTS + 2 * 11);
        assertThat(staff.as("therapist", () -> prints.print(patient, days(10)).notes()))
                .hasSize(11)
                .isSortedAccordingTo((one, other) -> one.treatedOn().compareTo(other.treatedOn()));
    }

    @Test
    void moreThanAHundredNotesAreNoDocument() {
        var patient = care.treated("Too Many");
        copies.copy(care.treat(care.bookMassage(patient, day())), day(), NotePrintService.MOST);
        assertThat(staff.as("therapist", () -> document.print(patient, days(366))))
                .isEmpty();
        assertThat(care.auditOf("note.range-printed", patient)).isZero();
    }

    @Test
    void theNotesOfAnotherPersonsPatientAreNotAvailable() {
        var patient = care.treated("Not Their Range");
        care.treat(care.bookMassage(patient, day()));
        assertThatThrownBy(() -> staff.as("guesser", () -> document.print(patient, days(0))))
                .isInstanceOf(NotAvailable.class);
        assertThatThrownBy(() -> staff.as("guesser", () -> prints.count(patient, days(0))))
                .isInstanceOf(NotAvailable.class);
        assertThat(care.auditOf("note.range-printed", patient)).isZero();
    }

    /** Returns the day and so many before it, without notes entered in error. */
    private Range days(int before) {
        return new Range(day().minusDays(before), day(), false);
    }

    private Range withErrors() {
        return new Range(day(), day(), true);
    }

    /** Returns a day of the past: the times of today are for the notes of other tests. */
    private LocalDate day() {
        return care.today().minusDays(4);
    }
}

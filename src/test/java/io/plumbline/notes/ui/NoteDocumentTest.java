package io.plumbline.notes.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.documents.DocumentRenderer;
import io.plumbline.notes.NoteService;
import io.plumbline.notes.NoteStartService;
import io.plumbline.notes.VisitKey;
import io.plumbline.support.Paper;
import io.plumbline.support.Staff;
import io.plumbline.support.StoreTest;
import io.plumbline.support.TestCare;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A session note as a document: only signed, only for those who may read it, and each time on record. */
@StoreTest
class NoteDocumentTest {
    @Autowired
    NoteDocument document;

    @Autowired
    DocumentRenderer renderer;

    @Autowired
    NoteService notes;

    @Autowired
    NoteStartService starts;

    @Autowired
    TestCare care;

    @Autowired
    Staff staff;

    @Test
    void aSignedNoteIsPrintedWithItsSignatureAndEachTimeRecorded() {
        var patient = care.treated("Onpaper");
        var note = care.signedNote(patient);
        var paper = staff.as(
                "chiropractor",
                () -> Paper.of(renderer.render(document.print(note).orElseThrow())));
        assertThat(paper.text())
                .contains("Session note")
                .contains("Onpaper ")
                .contains("Signed by therapist")
                .contains("Massage therapy: ")
                .doesNotContain("as on record now")
                .contains("HMAC")
                .contains("As it was signed");
        assertThat(care.auditOf("note.printed", patient)).isOne();
        assertThat(staff.as("therapist", () -> document.print(note))).isPresent();
        assertThat(staff.as("therapist", () -> document.print(note))).isPresent();
        assertThat(care.auditOf("note.printed", patient)).isEqualTo(3);
    }

    @Test
    void aNoteOfAnotherPersonsPatientLooksLikeNone() {
        var patient = care.treated("Not Theirs");
        var note = care.signedNote(patient);
        assertThat(staff.as("guesser", () -> document.print(note))).isEmpty();
        assertThat(care.auditOf("note.printed", patient)).isZero();
    }

    @Test
    void aDraftIsNoDocument() {
        var patient = care.treated("Unsigned");
        var appointment = care.bookMassage(patient, care.today());
        var note = staff.as("therapist", () -> starts.begin(new VisitKey.Booked(appointment)));
        assertThat(staff.as("therapist", () -> document.print(note))).isEmpty();
        assertThat(care.auditOf("note.printed", patient)).isZero();
    }
}

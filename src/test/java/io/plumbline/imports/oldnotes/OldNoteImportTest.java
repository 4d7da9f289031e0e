package io.plumbline.imports.oldnotes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.imports.ImportCheckService;
import io.plumbline.imports.ImportCounts;
import io.plumbline.imports.ImportFindingService;
import io.plumbline.imports.ImportId;
import io.plumbline.imports.ImportKind;
import io.plumbline.imports.ImportRunService;
import io.plumbline.imports.ImportService;
import io.plumbline.imports.RowFinding;
import io.plumbline.notes.search.NoteSearchService;
import io.plumbline.patients.PatientService;
import io.plumbline.records.ExportReason;
import io.plumbline.records.RecordExportService;
import io.plumbline.shared.NotAvailable;
import io.plumbline.shared.Refused;
import io.plumbline.shared.ids.Ids;
import io.plumbline.shared.ids.OldNoteId;
import io.plumbline.shared.ids.PatientId;
import io.plumbline.support.Staff;
import io.plumbline.support.StoreTest;
import io.plumbline.support.TestCare;
import io.plumbline.support.TestGroup;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;

/** Old notes, imported from a file: read by those who treat the patient, hidden from who imports them, never edited. */
@StoreTest
class OldNoteImportTest {
    private static final String HEADINGS = "id,plumbline number,date,author,title,text\n";
    private static final String SECRET = "Sciatica on the left, worse since Tuesday";

    @Autowired
    TestGroup group;

    @Autowired
    TestCare care;

    @Autowired
    Staff staff;

    @Autowired
    ImportService imports;

    @Autowired
    ImportCheckService checks;

    @Autowired
    ImportFindingService found;

    @Autowired
    ImportRunService runs;

    @Autowired
    PatientService patients;

    @Autowired
    OldNoteService notes;

    @Autowired
    RecordExportService exports;

    @Autowired
    NoteSearchService search;

    @Autowired
    JdbcClient jdbc;

    private PatientId patient;
    private String number;

    @BeforeEach
    void patient() {
        patient = care.treated("Noted");
        number = staff.as("therapist", () -> patients.details(patient).orElseThrow())
                .number();
    }

    @Test
    void whoTreatsThePatientReadsWhatAnotherProductHad() {
        var long1 = "Line one, \"quoted\"\nline two. " + "x".repeat(1_000_000);
        var id = checked(HEADINGS
                + "m1," + number + ",2024-02-29,Dr. Grün,First visit,\"" + long1.replace("\"", "\"\"") + "\"\n"
                + "m2," + number + ",2025-03-01,,,=Short\n");
        run(id);
        assertThat(counts(id)).isEqualTo(new ImportCounts(2, 2, 2, 0, 0, 0, 0));
        var rows = list("therapist");
        assertThat(rows)
                .extracting(OldNoteRow::writtenOn)
                .containsExactly(LocalDate.of(2025, 3, 1), LocalDate.of(2024, 2, 29));
        assertThat(rows.get(1).author()).isEqualTo("Dr. Grün");
        assertThat(rows.get(1).origin()).isEqualTo("Imported from Spreadsheet or other, not written in Plumbline");
        assertThat(open("therapist", rows.get(1).id())).isEqualTo(long1);
        assertThat(open("therapist", rows.get(0).id())).isEqualTo("=Short");
        assertThat(care.auditOf("old-note.imported", patient)).isEqualTo(2);
        assertThat(care.auditOf("old-note.listed", patient)).isOne();
        assertThat(care.auditOf("old-note.viewed", patient)).isEqualTo(2);

        var again = checked(HEADINGS + "m2," + number + ",2025-03-01,,,=Short\n");
        run(again);
        assertThat(counts(again).known()).isOne();
    }

    /** Case 17 of the public reports. */
    @Test
    void aMomentIsOfTheDayThatTheClinicHad() {
        var id = checked(HEADINGS
                + "z1," + number + ",2024-03-01T02:30:00Z,,,A late visit\n"
                + "z2," + number + ",2024-03-05T00:00:00Z,,,A day without time\n");
        run(id);
        assertThat(list("therapist"))
                .extracting(OldNoteRow::writtenOn)
                .containsExactly(LocalDate.of(2024, 3, 5), LocalDate.of(2024, 2, 29));
    }

    @Test
    void whoImportsOldNotesNeverSeesWhatTheySay() throws IOException {
        var text = HEADINGS + "n1," + number + ",2024-02-29,A. Lee,Sciatica,\"" + SECRET + "\"\n"
                + "n2," + number + "," + SECRET.replace(',', ';') + ",A. Lee,Sciatica,\"" + SECRET + "\"\n"
                + "n3,999999999,2024-02-29,\"" + SECRET + "\",Sciatica,\"" + SECRET + "\"\n";
        var id = checked(text);
        var preview =
                staff.as("manager", () -> imports.preview(id, imports.open(id).settings()));
        assertThat(preview.rows()).hasSize(3);
        assertThat(preview.rows().getFirst().details()).isEqualTo("Feb 29, 2024 · A. Lee · 41 characters");
        assertThat(preview.rows()).allSatisfy(row -> assertThat(row.name() + row.details() + row.problems())
                .doesNotContain("Sciatica"));
        assertThat(staff.as("manager", () -> found.count(id, RowFinding.Kind.WRONG)))
                .isEqualTo(2);
        var problems = new ByteArrayOutputStream();
        staff.doAs("manager", () -> {
            try {
                found.writeProblems(id, problems);
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        });
        assertThat(problems.toString(StandardCharsets.UTF_8))
                .doesNotContain("Sciatica")
                .contains("Date: ");
        run(id);
        var note = list("therapist").getFirst().id();
        assertThatThrownBy(() -> open("manager", note)).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> open("guesser", note)).isInstanceOf(NotAvailable.class);
    }

    @Test
    void anOldNoteInErrorStaysReadableWithTheReason() {
        run(checked(HEADINGS + "o1," + number + ",2024-02-29,A. Lee,,Wrong patient\n"));
        var note = list("therapist").getFirst().id();
        staff.doAs("therapist", () -> notes.enterInError(note, "It belongs to another patient"));
        assertThat(list("therapist").getFirst().error()).isNotNull().satisfies(error -> assertThat(error.reason())
                .isEqualTo("It belongs to another patient"));
        assertThat(open("therapist", note)).isEqualTo("Wrong patient");
        assertThatThrownBy(() ->
                        staff.doAs("therapist", () -> notes.enterInError(note, "Entered a second time by a colleague")))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("already marked");
    }

    @Test
    void anImportIsTakenBackButForNotesThatSomebodyHasOpened() {
        var rows = "p1," + number + ",2024-02-28,A. Lee,Read,One\np2," + number + ",2024-02-27,A. Lee,Unread,Two\n";
        var id = checked(HEADINGS + rows);
        run(id);
        open("therapist", list("therapist").getFirst().id());
        assertThat(staff.as("manager", () -> runs.revert(id, seen -> {}, () -> false)))
                .isOne();
        assertThat(list("therapist")).extracting(OldNoteRow::title).containsExactly("Read");
        assertThat(care.auditOf("old-note.removed", patient)).isOne();
        var again = checked(HEADINGS + rows);
        run(again);
        assertThat(counts(again)).isEqualTo(new ImportCounts(2, 2, 1, 0, 1, 0, 0));
    }

    @Test
    void anOldNoteThatWasExportedStaysWhenItsImportIsUndone() {
        var id = checked(HEADINGS + "x1," + number + ",2024-02-28,A. Lee,Exported,One\n");
        run(id);
        care.asProven("therapist", () -> {
            try {
                var copy = new ExportReason(ExportReason.Kind.PATIENT_COPY, "");
                exports.discard(exports.prepare(exports.begin(patient, copy), (done, all) -> {}, () -> false));
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        });
        assertThat(staff.as("manager", () -> runs.revert(id, seen -> {}, () -> false)))
                .isOne();
        assertThat(list("therapist")).extracting(OldNoteRow::title).containsExactly("Exported");
    }

    @Test
    void theWordsOfAnOldNoteAreFoundOnceItIsImportedAndGoWithIt() {
        var id = checked(HEADINGS + "w1," + number + ",2024-02-28,A. Lee,,Spondylolisthesis\n");
        run(id);
        assertThat(words()).containsExactly("spondylolisthesis");
        staff.doAs("manager", () -> runs.revert(id, seen -> {}, () -> false));
        assertThat(words()).isEmpty();
    }

    @Test
    void anOldNoteOfWhichASearchShowedAPartStaysWhenItsImportIsUndone() {
        var id = checked(HEADINGS + "w2," + number + ",2024-02-28,A. Lee,Shown,Spondylolisthesis\n");
        run(id);
        assertThat(staff.as("therapist", () -> search.findByPatient(patient, "spondylo", null)))
                .singleElement()
                .satisfies(hit -> assertThat(hit.author()).isEqualTo("A. Lee"));
        assertThat(staff.as("manager", () -> runs.revert(id, seen -> {}, () -> false)))
                .isOne();
        assertThat(list("therapist")).extracting(OldNoteRow::title).containsExactly("Shown");
    }

    private List<String> words() {
        return jdbc.sql("select word from note_word where patient_id = ? order by word")
                .param(Ids.bytes(patient.value()))
                .query(String.class)
                .list();
    }

    @Test
    void aFileInWindows1252IsReadAndABadRowSaysWhatIsWrong() {
        var text = HEADINGS + "q1," + number + ",29/02/2024,Zoë,Größe,Müde – “gut”\n"
                + "q2," + number + ",29/02/2023,Zoë,,Text\n"
                + "q3," + number + ",01/01/2124,Zoë,,Text\n"
                + "q4," + number + ",28/02/2024,Zoë,,\n"
                + "q1," + number + ",29/02/2024,Zoë,,Text\n";
        var id = begun(text, Charset.forName("windows-1252"));
        check(id);
        assertThat(staff.as("manager", () -> found.find(id, RowFinding.Kind.WRONG, 0, 10)))
                .extracting(RowFinding::number)
                .containsExactly(2L, 3L, 4L);
        run(id);
        var row = list("therapist").getFirst();
        assertThat(row.author()).isEqualTo("Zoë");
        assertThat(open("therapist", row.id())).isEqualTo("Müde – “gut”");
        assertThat(list("therapist")).hasSize(1);
    }

    private List<OldNoteRow> list(String who) {
        return staff.as(who, () -> notes.findByPatient(patients.details(patient).orElseThrow()));
    }

    private String open(String who, OldNoteId id) {
        return staff.as(who, () -> notes.open(id));
    }

    private ImportId checked(String text) {
        var id = begun(text, StandardCharsets.UTF_8);
        check(id);
        return id;
    }

    private ImportId begun(String text, Charset charset) {
        return staff.as("manager", () -> {
            try {
                var file = imports.receive(new ByteArrayInputStream(text.getBytes(charset)));
                return imports.begin(ImportKind.OLD_NOTES, group.west, file, "notes.csv");
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        });
    }

    private void check(ImportId id) {
        staff.doAs("manager", () -> checks.check(id, done -> {}, () -> false));
    }

    private void run(ImportId id) {
        staff.doAs("manager", () -> runs.run(id, done -> {}));
    }

    private ImportCounts counts(ImportId id) {
        return staff.as("manager", () -> imports.open(id)).counts();
    }
}

package io.plumbline.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.plumbline.documents.FileStore;
import io.plumbline.patients.PatientDraft;
import io.plumbline.patients.PatientRow;
import io.plumbline.patients.PatientService;
import io.plumbline.shared.DateOrder;
import io.plumbline.shared.NotAvailable;
import io.plumbline.shared.PhoneNumber;
import io.plumbline.shared.Refused;
import io.plumbline.shared.StaleVersion;
import io.plumbline.shared.ids.Ids;
import io.plumbline.support.MovableClock;
import io.plumbline.support.OnMySql;
import io.plumbline.support.Staff;
import io.plumbline.support.StoreTest;
import io.plumbline.support.TestGroup;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Patients imported from a file: checked before, once each, stopped and resumed, and taken back. */
@StoreTest
@Tag("core")
@OnMySql("foreign keys keep whom somebody wrote about, and a run and its undoing wait for a row lock")
class ImportServiceTest {
    private static final String HEADINGS = "id,first name,last name,birth date,email\n";

    @Autowired
    TestGroup group;

    @Autowired
    Staff staff;

    @Autowired
    ImportService imports;

    @Autowired
    ImportCheckService checks;

    @Autowired
    ImportFindingService found;

    @Autowired
    ImportFileService files;

    @Autowired
    MovableClock clock;

    @Autowired
    FileStore store;

    @Autowired
    ImportRunService runs;

    @Autowired
    PatientService patients;

    @Autowired
    JdbcClient jdbc;

    private TestGroup.Own own;

    @BeforeEach
    void clinic() {
        own = group.own("im");
    }

    @Test
    void aFileBecomesPatientsWhoAreFoundAtOnceAndOnlyOnce() {
        var id = checked(HEADINGS + "1,Anna,Import,1980-02-29,anna@example.org\n2,Boris,Import,1975-05-05,\n");
        run(id);
        var found = found("Import");
        assertThat(found).extracting(PatientRow::name).containsExactly("Anna Import", "Boris Import");
        assertThat(found.getFirst().birthDate()).isEqualTo(LocalDate.of(1980, 2, 29));
        assertThat(found("anna@example.org")).hasSize(1);
        var done = open(id);
        assertThat(done.status()).isEqualTo(ImportStatus.DONE);
        assertThat(done.counts()).isEqualTo(new ImportCounts(2, 2, 2, 0, 0, 0, 0));
        for (var row : found) {
            assertThat(audited("patient.added", row.id().value())).isOne();
        }

        var again = checked(HEADINGS + "1,Anna,Changed,1980-02-29,\n2,Boris,Import,1975-05-05,\n3,Carla,Import,,\n");
        run(again);
        assertThat(open(again).counts()).isEqualTo(new ImportCounts(3, 3, 1, 0, 2, 0, 0));
        assertThat(found("Import")).hasSize(3);

        var nothingNew = checked(HEADINGS + "3,Carla,Import,,\n");
        run(nothingNew);
        assertThat(open(nothingNew).counts()).isEqualTo(new ImportCounts(1, 1, 0, 0, 1, 0, 0));
    }

    @Test
    void theCheckSaysWhatIsWrongAndWhatTheFileSaysTwice() throws IOException {
        var id = checked(
                HEADINGS
                        + "1,Anna,Wrong,1980-02-30,\n2,Boris,Wrong,,boris\n3,,Wrong,1980-13-01,\n4,Dora,Right,,\n4,Dora,Right,,\n");
        assertThat(count(id, RowFinding.Kind.WRONG)).isEqualTo(3);
        assertThat(count(id, RowFinding.Kind.REPEATED)).isEqualTo(1);
        var wrong = staff.as(own.manager(), () -> found.find(id, RowFinding.Kind.WRONG, 0, 10));
        assertThat(wrong).extracting(RowFinding::line).containsExactly(2L, 3L, 4L);
        assertThat(wrong.getFirst().sentence()).startsWith("Birth date “1980-02-30”: ");
        assertThat(wrong).extracting(RowFinding::name).containsExactly("Anna Wrong", "Boris Wrong", "Wrong");
        var file = problems(id);
        assertThat(file)
                .contains(
                        "\"2\",\"Boris\",\"Wrong\",\"\",\"boris\",\"3\",\"E-mail “boris”: ",
                        "\"4\",\"Dora\",\"Right\",\"\",\"\",\"6\",\"Same ID as line 5\"");
        // corrected, it can be imported: what the file adds to each row is in no column that is read
        var again = checked(file.replace("\"boris\"", "\"boris@example.org\""));
        assertThat(count(again, RowFinding.Kind.WRONG)).isEqualTo(2);
        run(id);
        assertThat(open(id).counts()).isEqualTo(new ImportCounts(5, 5, 1, 0, 0, 4, 0));
        assertThat(found("Dora")).hasSize(1);
    }

    @Test
    void aFormulaForANameAndABirthDateInTheFutureAreLeftOutWithTheirLines() {
        var id = checked(HEADINGS
                + "1,\"=HYPERLINK(\"\"http://example.org\"\")\",Formula,,\n"
                + "2,Anna,Formula,2027-01-01,\n3,Boris,Formula,2026-11-24,\n");
        assertThat(staff.as(own.manager(), () -> found.find(id, RowFinding.Kind.WRONG, 0, 10)))
                .extracting(RowFinding::line, RowFinding::sentence)
                .containsExactly(
                        tuple(2L, "Given name begins with =, as a formula does. Correct it in the file"),
                        tuple(3L, "Birth date “2027-01-01”: the birth date is in the future"));
        run(id);
        assertThat(found("Formula")).extracting(PatientRow::name).containsExactly("Boris Formula");
        assertThat(open(id).counts()).isEqualTo(new ImportCounts(3, 3, 1, 0, 0, 2, 0));
    }

    @Test
    void whoMayBeAPatientAlreadyIsDecidedBeforeTheImport() {
        var there = staff.as(
                own.manager(),
                () -> patients.add(new PatientDraft("Erik", "Twice", LocalDate.of(1990, 1, 2), null, null), own.id()));
        var id = checked(HEADINGS
                + "1,Erik,Twice,1990-01-02,\n"
                + "2,Erik,Twice,1990-01-02,\n"
                + "3,Frida,Twice,1991-01-02,\n"
                + "4,Frida,Twice,1991-01-02,\n"
                + "5,Erik,Twice,1990-01-02,\n");
        var possible = staff.as(own.manager(), () -> found.find(id, RowFinding.Kind.DUPLICATE, 0, 10));
        assertThat(possible).extracting(RowFinding::number).containsExactly(1L, 2L, 4L, 5L);
        assertThat(possible.getFirst().patient()).isEqualTo(there);
        assertThat(possible.get(1).patient())
                .as("the patient before the earlier row")
                .isEqualTo(there);
        assertThat(possible.get(2).earlierRow()).isEqualTo(3);
        assertThat(possible.get(2).sentence()).isEqualTo("Same name and birth date as line 4");
        var names = staff.as(own.manager(), () -> found.namesOf(possible));
        assertThat(names.get(there)).startsWith("Erik Twice, P-");
        assertThatThrownBy(() -> run(id))
                .isInstanceOf(Refused.class)
                .hasMessage("Decide the possible duplicates first");
        staff.doAs(own.manager(), () -> {
            found.decide(id, 1, DuplicateDecision.SAME);
            found.decide(id, 4, DuplicateDecision.SAME);
            found.decide(id, 5, DuplicateDecision.NEW);
            found.decideOthers(id, DuplicateDecision.SKIP);
        });
        run(id);
        assertThat(open(id).counts()).isEqualTo(new ImportCounts(5, 5, 2, 2, 0, 1, 0));
        assertThat(found("Erik Twice")).hasSize(2);
        assertThat(found("Frida Twice")).hasSize(1);

        assertThat(staff.as(own.manager(), () -> runs.revert(id, done -> {}, () -> false)))
                .as("two rows of one patient do not keep the patient")
                .isZero();
        assertThat(found("Twice")).extracting(PatientRow::id).containsExactly(there);
    }

    @Test
    void aChildIsMatchedByNameAndNotByThePhoneOfTheFamily() {
        var phone = new PhoneNumber("+16025550142");
        staff.doAs(own.manager(), () -> {
            patients.add(new PatientDraft("Mona", "Family", null, phone, null), own.id());
            patients.add(new PatientDraft("Nils", "Family", LocalDate.of(2015, 1, 2), phone, null), own.id());
        });
        var id = checked("id,first name,last name,birth date,mobile\n1,Nils,Family,2015-01-02,602 555 0142\n");
        assertThat(staff.as(own.manager(), () -> found.findDuplicates(id, 10)))
                .singleElement()
                .satisfies(found -> assertThat(found.sentence()).contains("ame name and birth date"));
    }

    @Test
    void aRowWhoseEarlierRowIsNotImportedIsToldAndNotLost() {
        var id = checked(HEADINGS + "1,Olga,Earlier,1990-01-02,\n2,Olga,Earlier,1990-01-02,\n");
        staff.doAs(own.manager(), () -> found.decide(id, 2, DuplicateDecision.SAME));
        jdbc.sql("insert into patient_import_row (import_id, row_number_in_file, line, finding, sentence, name)"
                        + " values (?, 1, 2, 'WRONG', 'Changed', 'Olga')")
                .param(Ids.bytes(id.value()))
                .update();
        run(id);
        assertThat(open(id).counts()).isEqualTo(new ImportCounts(2, 2, 0, 0, 0, 2, 0));
        assertThat(staff.as(own.manager(), () -> found.find(id, RowFinding.Kind.WRONG, 1, 10)))
                .extracting(RowFinding::sentence)
                .containsExactly("The patient or the earlier row that this row repeats was not imported");
    }

    @Test
    void aCheckThatWasOvertakenByAnotherWritesNothing() {
        var id = begun(HEADINGS + "1,Pia,Overtaken,,\n");
        assertThatThrownBy(() -> staff.doAs(
                        own.manager(),
                        () -> checks.check(id, done -> checks.check(id, later -> {}, () -> false), () -> false)))
                .isInstanceOf(Refused.class)
                .hasMessageStartingWith("A colleague changed or checked this import");
        assertThat(open(id).status()).isEqualTo(ImportStatus.CHECKED);
    }

    @Test
    void anUndoThatWasCanceledGoesOn() {
        var id = checked(HEADINGS + "1,Rita,Undone,,\n2,Sam,Undone,,\n");
        run(id);
        var looked = new ArrayList<Long>();
        staff.doAs(own.manager(), () -> runs.revert(id, looked::add, () -> !looked.isEmpty()));
        assertThat(open(id).status()).isEqualTo(ImportStatus.REVERTING);
        assertThat(open(id).counts().reverted()).isEqualTo(1);
        assertThatThrownBy(() -> run(id)).isInstanceOf(Refused.class).hasMessage("This import has ended");
        staff.doAs(own.manager(), () -> runs.revert(id, looked::add, () -> false));
        assertThat(open(id).status()).isEqualTo(ImportStatus.REVERTED);
        assertThat(open(id).counts().reverted()).isEqualTo(2);
        assertThat(found("Undone")).isEmpty();
    }

    @Test
    void theProductIsFoundByTheFileAndWhatIsChosenStays() {
        var id = begun("Patient Number;First Name;Last Name;Province;Postal\n1;Tom;Product;BC;V5K 0A1\n");
        var found = open(id);
        assertThat(found.settings().source()).isEqualTo(ImportSource.JANE);
        staff.doAs(
                own.manager(),
                () -> imports.describe(id, found.version(), found.settings().from(ImportSource.CLINIKO)));
        var chosen = open(id);
        assertThat(chosen.settings().source()).isEqualTo(ImportSource.CLINIKO);
        var format = new CsvFormat(StandardCharsets.ISO_8859_1, ';');
        staff.doAs(
                own.manager(),
                () -> imports.describe(
                        id,
                        chosen.version(),
                        new ImportSettings(
                                ImportSource.CLINIKO, format, chosen.settings().columns(), null)));
        assertThat(open(id).settings().source())
                .as("another encoding finds the columns again, and not the product")
                .isEqualTo(ImportSource.CLINIKO);
        assertThat(open(begun(HEADINGS + "1,Uma,Product,,\n")).settings().source())
                .isEqualTo(ImportSource.SPREADSHEET);
    }

    @Test
    void theOrderOfDatesFollowsTheColumnThatIsChosen() {
        var id = begun("id,first name,last name,when born\n1,Tom,Chosen,13/04/1980\n2,Uma,Chosen,03/04/1980\n");
        var before = open(id);
        assertThat(before.settings().columns()).doesNotContainKey(ImportField.BIRTH_DATE);
        var columns = new EnumMap<ImportField, Integer>(before.settings().columns());
        columns.put(ImportField.BIRTH_DATE, 3);
        staff.doAs(
                own.manager(),
                () -> imports.describe(
                        id,
                        before.version(),
                        new ImportSettings(ImportSource.JANE, before.settings().format(), columns, null)));
        assertThat(open(id).settings().dateOrder()).isEqualTo(DateOrder.DAY_FIRST);
        check(id);
        run(id);
        assertThat(found("Uma Chosen").getFirst().birthDate()).isEqualTo(LocalDate.of(1980, 4, 3));
    }

    @Test
    void anImportThatWasStoppedGoesOnWhereItWas() {
        var rows = IntStream.rangeClosed(1, 250)
                .mapToObj(n -> n + ",Given" + n + ",Stopped,,\n")
                .collect(Collectors.joining());
        var id = checked(HEADINGS + rows);
        var seen = new ArrayList<Long>();
        staff.doAs(
                own.manager(),
                () -> runs.run(id, done -> {
                    seen.add(done);
                    runs.stop(id);
                }));
        assertThat(seen).containsExactly(100L);
        assertThat(open(id).status()).isEqualTo(ImportStatus.STOPPED);
        assertThat(open(id).counts().added()).isEqualTo(100);
        seen.clear();
        staff.doAs(own.manager(), () -> runs.run(id, seen::add));
        assertThat(seen).containsExactly(200L, 250L);
        assertThat(open(id).counts()).isEqualTo(new ImportCounts(250, 250, 250, 0, 0, 0, 0));
        assertThatThrownBy(() -> run(id)).isInstanceOf(Refused.class).hasMessage("This import has ended");
    }

    @Test
    void anImportIsTakenBackButForPatientsOnWhomSomebodyHasWritten() {
        var id = checked(HEADINGS + "1,Gina,Back,,\n2,Hugo,Back,,\n3,Ines,Back,,\n");
        run(id);
        var hugo = found("Hugo Back").getFirst();
        staff.doAs(own.manager(), () -> {
            var version = patients.open(hugo.id()).orElseThrow().version();
            patients.correct(
                    hugo.id(), version, new PatientDraft("Hugo", "Back", LocalDate.of(1970, 1, 1), null, null));
        });
        var seen = new ArrayList<Long>();
        assertThat(staff.as(own.manager(), () -> runs.revert(id, seen::add, () -> false)))
                .isEqualTo(1);
        assertThat(found("Back")).extracting(PatientRow::id).containsExactly(hugo.id());
        assertThat(open(id).status()).isEqualTo(ImportStatus.REVERTED);
        assertThat(open(id).counts().reverted()).isEqualTo(2);
        assertThat(seen).endsWith(3L);
        var again = checked(HEADINGS + "1,Gina,Back,,\n2,Hugo,Back,,\n");
        run(again);
        assertThat(found("Back")).as("Hugo is still known").hasSize(2);
    }

    @Test
    void aFileOfWhichNoRowCanBeImportedIsNotRun() {
        var id = checked("id,first name,last name\n1,,\n");
        assertThat(staff.as(own.manager(), () -> found.countImportable(id))).isZero();
        assertThatThrownBy(() -> run(id)).isInstanceOf(Refused.class).hasMessageContaining("No row of this file");
        assertThat(open(id).status()).isEqualTo(ImportStatus.CHECKED);
    }

    @Test
    void datesThatCanBeReadInTwoWaysAreAsked() {
        var id = begun("id,first name,last name,birth date\n1,Jan,Asked,3/4/1980\n");
        var before = open(id);
        var preview = staff.as(own.manager(), () -> imports.preview(id, before.settings()));
        assertThat(preview.asksDateOrder()).isTrue();
        assertThat(preview.rows().getFirst().problems()).isNotEmpty();
        var settings = before.settings();
        var chosen = new ImportSettings(ImportSource.JANE, settings.format(), settings.columns(), DateOrder.DAY_FIRST);
        staff.doAs(own.manager(), () -> imports.describe(id, before.version(), chosen));
        assertThatThrownBy(() -> staff.doAs(own.manager(), () -> imports.describe(id, before.version(), chosen)))
                .isInstanceOf(StaleVersion.class);
        check(id);
        run(id);
        assertThat(found("Jan Asked").getFirst().birthDate()).isEqualTo(LocalDate.of(1980, 4, 3));
    }

    @Test
    void aFileThatIsNoTextIsRefused() {
        assertThatThrownBy(() -> begun("PK\u0003\u0004spreadsheet"))
                .isInstanceOf(Refused.class)
                .hasMessageStartingWith("This is a spreadsheet or an archive");
        assertThatThrownBy(() -> begun("%PDF-1.7")).isInstanceOf(Refused.class).hasMessageStartingWith("This is a PDF");
        assertThatThrownBy(() -> begun("")).isInstanceOf(Refused.class).hasMessage("This file is empty");
        var id = begun(HEADINGS);
        assertThatThrownBy(() -> check(id))
                .isInstanceOf(Refused.class)
                .hasMessage("This file has no rows below the headings");
        var other = begun("a,b\n1,2\n");
        assertThatThrownBy(() -> check(other))
                .isInstanceOf(Refused.class)
                .hasMessage("Choose the column of the given name");
    }

    @Test
    void theFileAndItsFindingsAreDeletedThirtyDaysAfterTheLastStep() {
        var abandoned = checked(HEADINGS + "1,Vera,Kept,,\n2,,,1980-01-01,\n");
        var done = checked(HEADINGS + "3,Wim,Kept,,\n4,,,1980-01-01,\n");
        clock.pass(Duration.ofDays(2));
        run(done);
        clock.pass(Duration.ofDays(28).plusMinutes(1));
        delete();
        assertThat(open(abandoned).isFileDeleted()).isTrue();
        assertThat(isStored(abandoned)).isFalse();
        assertThat(count(abandoned, RowFinding.Kind.WRONG)).isZero();
        assertThat(open(done).isFileDeleted()).isFalse();
        assertThat(isStored(done)).isTrue();
        assertThat(count(done, RowFinding.Kind.WRONG)).isOne();
        assertThat(open(done).keptUntil())
                .isEqualTo(clock.instant().plus(Duration.ofDays(2)).minusSeconds(60));

        clock.pass(Duration.ofDays(2));
        delete();
        assertThat(open(done).isFileDeleted()).isTrue();
        assertThat(isStored(done)).isFalse();
        assertThat(audited("import.file-deleted", done.value())).isOne();
        for (var attempt : List.<Runnable>of(
                () -> imports.preview(done, open(done).settings()),
                () -> checks.check(abandoned, row -> {}, () -> false),
                () -> runs.run(abandoned, row -> {}),
                () -> runs.revert(done, row -> {}, () -> false))) {
            assertThatThrownBy(() -> staff.doAs(own.manager(), attempt))
                    .isInstanceOf(Refused.class)
                    .hasMessageStartingWith("The file of this import is deleted");
        }
        var again = checked(HEADINGS + "3,Wim,Kept,,\n");
        run(again);
        assertThat(open(again).counts().known()).as("the id is still known").isOne();
    }

    private void delete() {
        staff.doAs("system", () -> files.deleteOld(1000));
    }

    private boolean isStored(ImportId id) {
        return Files.exists(store.pathOf(jdbc.sql("select stored_as from patient_import where id = ?")
                .param(Ids.bytes(id.value()))
                .query(String.class)
                .single()));
    }

    @Test
    void theImportOfAnotherClinicIsNotAvailable() {
        var id = checked(HEADINGS + "1,Kim,Private,,\n");
        var other = group.own("ix").manager();
        for (var attempt : List.<Runnable>of(
                () -> imports.open(id),
                () -> imports.preview(id, open(id).settings()),
                () -> checks.check(id, done -> {}, () -> false),
                () -> found.count(id, RowFinding.Kind.WRONG),
                () -> found.decideOthers(id, DuplicateDecision.NEW),
                () -> runs.run(id, done -> {}),
                () -> runs.stop(id),
                () -> runs.revert(id, done -> {}, () -> false))) {
            assertThatThrownBy(() -> staff.doAs(other, attempt)).isInstanceOf(NotAvailable.class);
        }
        assertThat(staff.as(other, imports::findLatest)).isEmpty();
        assertThat(staff.as(own.manager(), imports::findLatest))
                .extracting(ImportDetails::id)
                .containsExactly(id);
    }

    private ImportId checked(String text) {
        var id = begun(text);
        check(id);
        return id;
    }

    private ImportId begun(String text) {
        return staff.as(own.manager(), () -> {
            try {
                var file = imports.receive(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
                return imports.begin(ImportKind.PATIENTS, own.id(), file, "patients.csv");
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        });
    }

    private void check(ImportId id) {
        staff.doAs(own.manager(), () -> checks.check(id, done -> {}, () -> false));
    }

    private void run(ImportId id) {
        staff.doAs(own.manager(), () -> runs.run(id, done -> {}));
    }

    private ImportDetails open(ImportId id) {
        return staff.as(own.manager(), () -> imports.open(id));
    }

    private long count(ImportId id, RowFinding.Kind kind) {
        return staff.as(own.manager(), () -> found.count(id, kind));
    }

    private List<PatientRow> found(String typed) {
        return staff.as(own.manager(), () -> patients.search(typed));
    }

    private String problems(ImportId id) throws IOException {
        var file = new ByteArrayOutputStream();
        staff.doAs(own.manager(), () -> {
            try {
                found.writeProblems(id, file);
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        });
        return file.toString(StandardCharsets.UTF_8);
    }

    private long audited(String kind, UUID subject) {
        return jdbc.sql("select count(*) from audit_event where kind = ? and subject = ?")
                .params(kind, Ids.bytes(subject))
                .query(Long.class)
                .single();
    }
}

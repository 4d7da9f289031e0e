package io.plumbline.downtime;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.access.SystemActor;
import io.plumbline.backup.BackupProblem;
import io.plumbline.backup.TestSheetFolders;
import io.plumbline.clinics.ClinicService;
import io.plumbline.patients.AlertAudience;
import io.plumbline.patients.AlertKind;
import io.plumbline.patients.file.AlertDraft;
import io.plumbline.patients.file.AlertService;
import io.plumbline.patients.sensitive.SensitivePatientService;
import io.plumbline.shared.ids.OperationId;
import io.plumbline.shared.ids.PatientId;
import io.plumbline.support.FreshStore;
import io.plumbline.support.MovableClock;
import io.plumbline.support.Paper;
import io.plumbline.support.Staff;
import io.plumbline.support.StoreTest;
import io.plumbline.support.TestCare;
import io.plumbline.support.TestGroup;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Each hour each clinic has a downtime sheet in the second folder, as its front desk sees the day, and nothing of a chart. */
@StoreTest
@FreshStore
class DowntimeSheetJobTest {
    @Autowired
    DowntimeSheetService sheets;

    @Autowired
    ClinicService clinics;

    @Autowired
    SystemActor system;

    @Autowired
    AlertService alerts;

    @Autowired
    SensitivePatientService sensitive;

    @Autowired
    TestCare care;

    @Autowired
    TestGroup group;

    @Autowired
    Staff staff;

    @Autowired
    MovableClock clock;

    @Autowired
    JdbcClient jdbc;

    @TempDir
    Path folder;

    @BeforeEach
    void aStoreWithAPatient() {
        group.patient("Bernadette", "Backedup", group.west);
    }

    private DowntimeSheetJob job(@Nullable String key, @Nullable Path to, boolean demo) {
        return new DowntimeSheetJob(sheets, TestSheetFolders.of(key, to, jdbc, clock, demo), clinics, system, clock);
    }

    private void run() {
        job(TestSheetFolders.KEY, folder, false).make();
    }

    private Path west() {
        return folder.resolve("sheets-" + group.codeOf(group.west) + ".pdf.age");
    }

    private Path east() {
        return folder.resolve("sheets-" + group.codeOf(group.east) + ".pdf.age");
    }

    private String text(Path sheet) throws BackupProblem {
        return Paper.of(TestSheetFolders.open(sheet)).text();
    }

    @Test
    void itHasTodayAndTomorrowWithPhoneAlertsAndHolds() throws IOException {
        var patient = care.treated("Wilhelmina");
        jdbc.sql("update patient set preferred_name = 'Billie', phone = '+16025550142' where given_name = 'Wilhelmina'")
                .update();
        alert("westdesk", patient, AlertKind.LATEX_ALLERGY, "", AlertAudience.EVERYBODY);
        alert("therapist", patient, AlertKind.BLOOD_THINNERS, "", AlertAudience.CLINICIANS);
        care.treat(care.bookMassage(patient, care.today()));
        care.bookMassage(patient, care.today().plusDays(1));
        care.raise(patient, group.west, "RF-CES-1");
        assertThat(care.isOnHold(patient)).isTrue();
        run();
        assertThat(text(west()))
                .contains("Downtime sheet", "For a time when the portal is away", "Tuesday, November 24")
                .contains("Made on Tue, Nov 24, 10:00 AM MST", "Wednesday, November 25, therapist Test")
                .contains("(Billie)", "+1 602-555-0142", "Latex allergy", "Clinical hold")
                .as("what clinicians alone may read, and what is in the chart")
                .doesNotContain("blood thinners", "RF-CES", "Emergency", "cauda", "effleurage", "Pain");
        assertThat(text(east())).doesNotContain("Billie", "Latex");
    }

    @Test
    void aSensitivePatientHasNoNameAndNoPhoneOnIt() throws IOException {
        var patient = care.treated("Colleague");
        jdbc.sql("update patient set phone = '+16025550143' where given_name = 'Colleague'")
                .update();
        alert("westdesk", patient, AlertKind.OTHER, "Waits in the back room", AlertAudience.EVERYBODY);
        care.bookMassage(patient, care.today().plusDays(1));
        staff.doAs("chiropractor", () -> sensitive.mark(patient, Set.of(), "Works at the clinic"));
        run();
        assertThat(text(west()))
                .contains("Sensitive patient")
                .doesNotContain("Colleague", "602-555-0143", "Waits in the back room");
    }

    @Test
    void eachMakingIsOnRecord() {
        var made = audited("downtime.sheet-made");
        var listed = audited("schedule.%");
        run();
        assertThat(audited("downtime.sheet-made")).isEqualTo(made + clinicsOfAll());
        assertThat(audited("schedule.%")).as("no other reading").isEqualTo(listed);
    }

    private long audited(String kind) {
        return jdbc.sql("select count(*) from audit_event where kind like ?")
                .param(kind)
                .query(Long.class)
                .single();
    }

    private long clinicsOfAll() {
        return jdbc.sql("select count(*) from clinic").query(Long.class).single();
    }

    @Test
    void itIsMadeAgainAfterAnHourAndAfterTheClockWasWrong() throws IOException {
        run();
        assertThat(madeAt(west())).isEqualTo(clock.instant());
        var first = clock.instant();
        clock.pass(Duration.ofMinutes(59));
        run();
        assertThat(madeAt(west())).isEqualTo(first);
        clock.pass(Duration.ofMinutes(1));
        run();
        assertThat(madeAt(west())).isEqualTo(clock.instant());
        clock.pass(Duration.ofDays(-3));
        run();
        assertThat(madeAt(west())).isEqualTo(clock.instant());
    }

    private static Instant madeAt(Path file) throws IOException {
        return Files.getLastModifiedTime(file).toInstant();
    }

    @Test
    void noneIsMadeWithoutKeyOrFolderOrForADemo() {
        job(null, folder, false).make();
        job(" ", folder, false).make();
        job(TestSheetFolders.KEY, null, false).make();
        job(TestSheetFolders.KEY, folder, true).make();
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void theSheetOfAClinicThatIsGoneIsDeletedAndNothingElse() throws IOException {
        var others =
                List.of("sheets-gone.pdf.age", "sheets-gone.pdf.age.123.part", "plumbline-1.zip.age", "my sheets.pdf");
        for (var name : others) {
            Files.writeString(folder.resolve(name), "");
        }
        run();
        assertThat(names())
                .contains(
                        "plumbline-1.zip.age",
                        "my sheets.pdf",
                        west().getFileName().toString())
                .doesNotContain("sheets-gone.pdf.age", "sheets-gone.pdf.age.123.part");
    }

    @Test
    void anOlderSheetStaysWhereANewOneCannotBeWritten() throws IOException {
        run();
        var before = Files.readAllBytes(west());
        clock.pass(Duration.ofHours(1));
        // in the place of the sheet of the other clinic
        Files.delete(east());
        Files.createDirectories(east().resolve("in the way"));
        Files.setLastModifiedTime(east(), FileTime.from(clock.instant().minusSeconds(7200)));
        run();
        assertThat(Files.readAllBytes(west())).as("the others are made").isNotEqualTo(before);
        assertThat(east().resolve("in the way")).isDirectory();
        assertThat(names()).noneMatch(name -> name.endsWith(".part"));
    }

    @Test
    void aFolderThatIsAwayIsNamedInTheStateOfTheBackups() throws IOException {
        var away = folder.resolve("away");
        var sheetFolder = TestSheetFolders.of(TestSheetFolders.KEY, away, jdbc, clock, false);
        var job = new DowntimeSheetJob(sheets, sheetFolder, clinics, system, clock);
        job.make();
        assertThat(TestSheetFolders.problemOf(sheetFolder))
                .isEqualTo("The downtime sheets cannot be written: " + away
                        + " is not there. Create it, or mount its disk.");
        Files.createDirectory(away);
        job.make();
        assertThat(TestSheetFolders.problemOf(sheetFolder)).isEmpty();
    }

    private List<String> names() {
        return Arrays.asList(Objects.requireNonNull(folder.toFile().list()));
    }

    private void alert(String who, PatientId patient, AlertKind kind, String words, AlertAudience audience) {
        staff.doAs(
                who,
                () -> alerts.add(
                        patient, new AlertDraft(kind, words, audience, care.today(), null), OperationId.next()));
    }
}

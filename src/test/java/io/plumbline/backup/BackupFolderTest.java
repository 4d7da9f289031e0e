package io.plumbline.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A folder keeps the last backup of each day, week and month that the settings name, and always the newest good one. */
class BackupFolderTest {
    private static final ZoneId PHOENIX = ZoneId.of("America/Phoenix");
    private static final Instant NEWEST = Instant.parse("2026-11-24T09:00:00Z");

    @TempDir
    Path path;

    BackupFolder folder;

    @BeforeEach
    void aFolder() {
        folder = new BackupFolder(path);
    }

    private static BackupSettings keeping(int daily, int weekly, int monthly) {
        return new BackupSettings(
                null, null, null, LocalTime.of(2, 0), daily, weekly, monthly, true, null, null, Path.of("none"));
    }

    private Path backup(Instant at) throws IOException {
        return Files.writeString(path.resolve(BackupFolder.nameAt(at)), "");
    }

    private List<Instant> kept() throws IOException {
        return folder.backups().stream().map(BackupFolder.Kept::madeAt).toList();
    }

    @Test
    void aYearOfDailyBackupsBecomesDaysWeeksAndMonths() throws IOException {
        for (int day = 0; day < 365; day++) {
            backup(NEWEST.minus(Duration.ofDays(day)));
        }
        folder.deleteOld(keeping(3, 3, 3), PHOENIX);
        assertThat(kept())
                .as("three days; the Sundays of two weeks before this one; the ends of two months before this one")
                .containsExactly(
                        NEWEST,
                        NEWEST.minus(Duration.ofDays(1)),
                        NEWEST.minus(Duration.ofDays(2)),
                        Instant.parse("2026-11-15T09:00:00Z"),
                        Instant.parse("2026-10-31T09:00:00Z"),
                        Instant.parse("2026-09-30T09:00:00Z"));
    }

    @Test
    void ofTwoBackupsOfADayOfTheClinicTheLastOneStays() throws IOException {
        backup(Instant.parse("2026-11-24T06:59:00Z"));
        backup(Instant.parse("2026-11-24T07:01:00Z"));
        backup(Instant.parse("2026-11-24T23:00:00Z"));
        folder.deleteOld(keeping(2, 0, 0), PHOENIX);
        assertThat(kept())
                .containsExactly(Instant.parse("2026-11-24T23:00:00Z"), Instant.parse("2026-11-24T06:59:00Z"));
    }

    @Test
    void theNewestGoodOneStaysHoweverOldItIs() throws IOException {
        var good = NEWEST.minus(Duration.ofDays(40));
        backup(good);
        for (int day = 0; day < 5; day++) {
            BackupFolder.noteProblems(backup(NEWEST.minus(Duration.ofDays(day))), List.of("A file is missing."));
        }
        folder.deleteOld(keeping(2, 0, 0), PHOENIX);
        assertThat(kept()).containsExactly(NEWEST, NEWEST.minus(Duration.ofDays(1)), good);
        assertThat(path.toFile().list())
                .as("what is noted goes with its backup")
                .hasSize(5);
    }

    @Test
    void otherFilesAreLeftAlone() throws IOException {
        Files.writeString(path.resolve("plumbline-notes.txt"), "");
        Files.writeString(path.resolve("photos.zip.age"), "");
        backup(NEWEST);
        backup(NEWEST.minus(Duration.ofDays(1)));
        folder.deleteOld(keeping(1, 0, 0), PHOENIX);
        assertThat(path.toFile().list())
                .containsExactlyInAnyOrder("plumbline-notes.txt", "photos.zip.age", BackupFolder.nameAt(NEWEST));
    }

    @Test
    void itTellsWhenABackupWasLastVerified() throws IOException {
        assertThat(folder.lastVerified()).isEmpty();
        BackupFolder.noteVerified(backup(NEWEST), NEWEST);
        var noted = path.resolve(BackupFolder.nameAt(NEWEST) + ".verified");
        Files.setLastModifiedTime(noted, FileTime.from(NEWEST));
        assertThat(folder.lastVerified()).hasValue(NEWEST);
    }

    @Test
    void whenABackupWasLastVerifiedIsToldAfterItIsGone() throws IOException {
        for (int day = 1; day <= 2; day++) {
            var at = NEWEST.minus(Duration.ofDays(day));
            BackupFolder.noteVerified(backup(at), at);
            Files.setLastModifiedTime(path.resolve(BackupFolder.nameAt(at) + ".verified"), FileTime.from(at));
        }
        backup(NEWEST);
        folder.deleteOld(keeping(1, 0, 0), PHOENIX);
        assertThat(kept()).containsExactly(NEWEST);
        assertThat(folder.lastVerified()).hasValue(NEWEST.minus(Duration.ofDays(1)));
        assertThat(path.toFile().list()).as("of the others nothing is told").hasSize(2);
    }

    @Test
    void aBackupOfWhatARestoreReplacedStaysAndCountsForNothing() throws IOException {
        var replaced = Files.writeString(path.resolve(BackupFolder.nameBeforeRestore(NEWEST)), "");
        backup(NEWEST.minus(Duration.ofDays(1)));
        folder.deleteOld(keeping(1, 0, 0), PHOENIX);
        assertThat(kept()).containsExactly(NEWEST.minus(Duration.ofDays(1)));
        assertThat(replaced).exists();
    }

    @Test
    void aFolderThatIsAwayIsNamed() {
        var away = new BackupFolder(path.resolve("away"));
        for (ThrowingCallable asked : List.<ThrowingCallable>of(away::backups, away::lastVerified)) {
            assertThatThrownBy(asked)
                    .isInstanceOf(BackupProblem.class)
                    .hasMessage("The backups cannot be read: %s is away or not readable.", away.path());
        }
    }

    @Test
    void aSecondCopyIsWholeOrNotThere(@TempDir Path second) throws IOException {
        var backup = Files.writeString(backup(NEWEST), "a backup");
        Files.writeString(second.resolve(backup.getFileName() + ".part"), "left by a killed portal");
        new BackupFolder(second).copy(backup);
        assertThat(second.resolve(backup.getFileName())).hasContent("a backup");
        assertThat(second.toFile().list()).hasSize(1);
    }

    @Test
    void aCopyOfABackupWithDamagedFilesSaysSoToo(@TempDir Path second) throws IOException {
        var backup = backup(NEWEST);
        BackupFolder.noteProblems(backup, List.of("A file is missing."));
        new BackupFolder(second).copy(backup);
        assertThat(new BackupFolder(second).backups().getFirst().isGood()).isFalse();
    }
}

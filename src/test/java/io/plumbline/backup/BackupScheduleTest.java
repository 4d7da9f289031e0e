package io.plumbline.backup;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.support.MovableClock;
import io.plumbline.support.StoreTest;
import io.plumbline.support.TestGroup;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A backup is due once a day; what is wrong with the backups is said until somebody mends it. */
@StoreTest
class BackupScheduleTest {
    @Autowired
    JdbcClient store;

    @Autowired
    MovableClock clock;

    @Autowired
    TestGroup group;

    @TempDir
    Path folder;

    @BeforeEach
    void aStoreWithAPatient() {
        group.patient("Bernadette", "Backedup", group.west);
    }

    private BackupSchedule schedule(@Nullable String key, @Nullable Path to, @Nullable Path outside) {
        return new BackupSchedule(settings(key, to, outside), store, clock, false);
    }

    private static BackupSettings settings(@Nullable String key, @Nullable Path to, @Nullable Path outside) {
        return new BackupSettings(key, to, null, LocalTime.of(2, 0), 7, 5, 12, true, outside, null, Path.of("none"));
    }

    private BackupSchedule schedule() {
        return schedule("3f".repeat(32), folder, null);
    }

    private void madeAt(Instant at) throws IOException {
        Files.writeString(folder.resolve(BackupFolder.nameAt(at)), "");
    }

    @Test
    void oneIsDueFromTwoInTheMorningUntilItIsMade() throws IOException {
        var zone = schedule().zone();
        var two = clock.instant()
                .atZone(zone)
                .toLocalDate()
                .atTime(2, 0)
                .atZone(zone)
                .toInstant();
        assertThat(schedule().isDue()).isTrue();
        madeAt(two.minusSeconds(1));
        assertThat(schedule().isDue()).as("yesterday's is not today's").isTrue();
        madeAt(two);
        assertThat(schedule().isDue()).isFalse();
        clock.pass(
                Duration.between(clock.instant(), two.plus(Duration.ofDays(1)).minusSeconds(1)));
        assertThat(schedule().isDue()).isFalse();
        clock.pass(Duration.ofSeconds(1));
        assertThat(schedule().isDue()).isTrue();
    }

    @Test
    void aDemoStoreNeedsNoneThoughItHasPatientsAndAKey() throws IOException {
        var settings = settings("3f".repeat(32), folder, null);
        assertThat(new BackupSchedule(settings, store, clock, false).isDue()).isTrue();
        var demo = new BackupSchedule(settings, store, clock, true);
        assertThat(demo.isDue()).isFalse();
        assertThat(demo.look()).as("what the start page and the log say").isEmpty();
    }

    @Test
    void afterAFailureItIsTriedAgainInAnHourAndSaidMeanwhile() throws IOException {
        var schedule = schedule();
        madeAt(clock.instant().minus(Duration.ofDays(1)));
        schedule.failed("The last backup failed: there is no room.");
        assertThat(schedule.isDue()).isFalse();
        assertThat(schedule.look().orElseThrow().alert()).isEqualTo("The last backup failed: there is no room.");
        clock.pass(Duration.ofHours(1));
        assertThat(schedule.isDue()).isTrue();
        madeAt(clock.instant());
        assertThat(schedule.look().orElseThrow().alert()).isEmpty();
    }

    @Test
    void aBackupOfADayToComeDoesNotHideThatThereIsNone() throws IOException {
        madeAt(clock.instant().plus(Duration.ofDays(40)));
        assertThat(schedule().isDue()).isTrue();
        assertThat(schedule().look().orElseThrow().alert()).isNotEmpty();
        madeAt(clock.instant());
        assertThat(schedule().look().orElseThrow().alert()).isEmpty();
    }

    @Test
    void aSecondCopyThatFailedIsMissingAfterSixHours(@TempDir Path second) throws IOException {
        var settings = new BackupSettings(
                "3f".repeat(32), folder, second, LocalTime.of(2, 0), 7, 5, 12, true, null, null, Path.of("none"));
        var schedule = new BackupSchedule(settings, store, clock, false);
        assertThat(schedule.isCopyMissing()).as("there is no backup yet").isFalse();
        var made = Instant.ofEpochSecond(clock.instant().getEpochSecond());
        madeAt(made);
        clock.pass(Duration.ofHours(6));
        assertThat(schedule.isCopyMissing()).as("it is being copied").isFalse();
        clock.pass(Duration.ofSeconds(1));
        assertThat(schedule.isCopyMissing()).isTrue();
        Files.writeString(second.resolve(BackupFolder.nameAt(made)), "");
        assertThat(schedule.isCopyMissing()).isFalse();
    }

    @Test
    void whatIsWrongIsSaid() throws IOException {
        assertThat(schedule(null, null, null).look().orElseThrow().alert())
                .isEqualTo("No backups: set PLUMBLINE_BACKUP_KEY and PLUMBLINE_BACKUP_FOLDER.");
        assertThat(schedule().look().orElseThrow().alert()).isEqualTo("There is no good backup yet.");
        madeAt(clock.instant().minus(Duration.ofHours(27)));
        assertThat(schedule().look().orElseThrow().alert()).isEqualTo("The last good backup is older than a day.");
        var good = Instant.ofEpochSecond(clock.instant().getEpochSecond());
        madeAt(good);
        assertThat(schedule().look()).hasValue(new BackupState(good, null, ""));
        assertThat(schedule("3f".repeat(32), folder.resolve("away"), null)
                        .look()
                        .orElseThrow()
                        .alert())
                .startsWith("The backups cannot be read: ");
    }

    @Test
    void aToolOfTheClinicStandsForThePortal() throws IOException {
        var touched = folder.resolve("last-good");
        var schedule = schedule(null, null, touched);
        assertThat(schedule.look().orElseThrow().alert()).isEqualTo("No backup has touched " + touched + " yet.");
        Files.writeString(touched, "");
        Files.setLastModifiedTime(touched, FileTime.from(clock.instant().minus(Duration.ofHours(3))));
        assertThat(schedule.look().orElseThrow().alert()).isEmpty();
        clock.pass(Duration.ofDays(1));
        assertThat(schedule.look().orElseThrow().alert()).isEqualTo("The last good backup is older than a day.");
    }
}

package io.plumbline.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Says when a backup is due, and how the backups are. The folder of the backups itself says what was made, so nodes that share
 * one agree, and a folder that is away is noticed.
 */
@Component
class BackupSchedule {
    /** A backup may take an hour, and the next day's too. */
    private static final Duration TOO_OLD = Duration.ofHours(26);

    /** Clocks of nodes differ by less; a backup from further ahead was made while a clock was wrong. */
    private static final Duration AHEAD = Duration.ofMinutes(5);

    /** The node that makes a backup copies it at once, and may need hours for both. */
    private static final Duration COPIED_BY_THEN = Duration.ofHours(6);

    private static final Duration AFTER_A_FAILURE = Duration.ofHours(1);

    private final BackupSettings settings;
    private final JdbcClient store;
    private final Clock clock;
    private final boolean isDemo;
    private volatile @Nullable Failure failure;
    private volatile String sheetsProblem = "";
    private volatile boolean isKnown;
    private volatile Optional<BackupState> known = Optional.empty();

    private record Failure(Instant at, String sentence) {}

    BackupSchedule(BackupSettings settings, JdbcClient store, Clock clock, @Value("${plumbline.demo}") boolean isDemo) {
        this.settings = settings;
        this.store = store;
        this.clock = clock;
        this.isDemo = isDemo;
    }

    /**
     * Returns whether a backup is to be made now.
     *
     * @throws BackupProblem if the folder of the backups cannot be read
     */
    boolean isDue() throws BackupProblem {
        if (!isActive()) {
            return false;
        }
        var now = clock.instant();
        var local = now.atZone(zone());
        var today = local.toLocalDate().atTime(settings.at()).atZone(zone());
        var last = today.isAfter(local) ? today.minusDays(1) : today;
        return folder().backups().stream()
                .noneMatch(backup -> !backup.madeAt().isBefore(last.toInstant())
                        && !backup.madeAt().isAfter(now.plus(AHEAD)));
    }

    /**
     * Returns whether the newest backup has no second copy and should have had one for long: its copy failed, or the database
     * went away while it was made.
     *
     * @throws BackupProblem if a folder of backups cannot be read
     */
    boolean isCopyMissing() throws BackupProblem {
        var second = settings.secondFolder();
        if (second == null || !isActive()) {
            return false;
        }
        var newest = folder().backups().stream().findFirst();
        return newest.isPresent()
                && newest.get().madeAt().isBefore(clock.instant().minus(COPIED_BY_THEN))
                && !new BackupFolder(second).has(newest.get());
    }

    /** Returns whether the portal makes backups, and none failed just now. */
    private boolean isActive() {
        var failed = failure;
        return settings.isScheduled()
                && isNeeded()
                && (failed == null || !clock.instant().isBefore(failed.at().plus(AFTER_A_FAILURE)));
    }

    private BackupFolder folder() {
        return new BackupFolder(Objects.requireNonNull(settings.folder()));
    }

    /** A demo, or a store without patients, can be made again. */
    boolean isNeeded() {
        return !isDemo
                && store.sql("select 1 from patient limit 1")
                        .query(Integer.class)
                        .optional()
                        .isPresent();
    }

    /** Returns the zone of the first clinic. */
    ZoneId zone() {
        return store.sql("select zone from clinic order by code limit 1")
                .query(String.class)
                .optional()
                .map(ZoneId::of)
                .orElse(ZoneOffset.UTC);
    }

    /** Notes that a backup could not be made, and why. */
    void failed(String sentence) {
        failure = new Failure(clock.instant(), sentence);
    }

    /**
     * Notes whether downtime sheets can be made.
     *
     * @param sentence why not; empty if they can
     * @return whether that is news
     */
    boolean noteSheets(String sentence) {
        var isNews = !sentence.equals(sheetsProblem);
        sheetsProblem = sentence;
        return isNews;
    }

    /** Returns why downtime sheets cannot be made; empty if they can. */
    String sheetsProblem() {
        return sheetsProblem;
    }

    /** Returns how the backups were when somebody looked last; empty where none are needed. */
    Optional<BackupState> state() {
        return isKnown ? known : look();
    }

    /** Looks how the backups are; this takes as long as the disk of the backups, which may be a network away. */
    Optional<BackupState> look() {
        known = read();
        isKnown = true;
        return known;
    }

    private Optional<BackupState> read() {
        if (!isNeeded()) {
            return Optional.empty();
        }
        try {
            if (settings.outsideFile() != null) {
                return Optional.of(outside(settings.outsideFile()));
            }
            if (!settings.isScheduled()) {
                return Optional.of(new BackupState(
                        null, null, "No backups: set PLUMBLINE_BACKUP_KEY and PLUMBLINE_BACKUP_FOLDER."));
            }
            var good = folder().backups().stream()
                    .filter(BackupFolder.Kept::isGood)
                    .filter(backup -> !backup.madeAt().isAfter(clock.instant().plus(AHEAD)))
                    .map(BackupFolder.Kept::madeAt)
                    .findFirst()
                    .orElse(null);
            return Optional.of(new BackupState(good, folder().lastVerified().orElse(null), problem(good)));
        } catch (BackupProblem away) {
            return Optional.of(new BackupState(null, null, away.sentence()));
        }
    }

    /** A failure counts until a good backup was made after it, by whichever node. */
    private String problem(@Nullable Instant good) {
        var failed = failure;
        return failed != null && (good == null || good.isBefore(failed.at())) ? failed.sentence() : alert(good);
    }

    /** What is wrong with backups counts more than what is wrong with downtime sheets. */
    private String alert(@Nullable Instant good) {
        var old = tooOld(good);
        return old.isEmpty() ? sheetsProblem : old;
    }

    private BackupState outside(Path file) {
        try {
            var at = Files.getLastModifiedTime(file).toInstant();
            return new BackupState(at, null, alert(at));
        } catch (NoSuchFileException notYet) {
            return new BackupState(null, null, "No backup has touched " + file + " yet.");
        } catch (IOException away) {
            return new BackupState(null, null, "When there was a backup is not known: " + file + " cannot be read.");
        }
    }

    private String tooOld(@Nullable Instant good) {
        if (good == null) {
            return "There is no good backup yet.";
        }
        return good.isBefore(clock.instant().minus(TOO_OLD)) ? "The last good backup is older than a day." : "";
    }
}

package io.plumbline.backup;

import java.io.IOException;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Makes the backup of the day. No lease is held, since it takes longer than one lasts: of several nodes, the database lets one
 * make a backup, and the folder tells the others that it is made.
 */
@Component
class BackupJob {
    private static final Logger LOG = LoggerFactory.getLogger(BackupJob.class);

    private final BackupSettings settings;
    private final BackupSchedule schedule;
    private final BackupCommand command;

    BackupJob(BackupSettings settings, BackupSchedule schedule, BackupCommand command) {
        this.settings = settings;
        this.schedule = schedule;
        this.command = command;
    }

    /** Tells the log once that there are no backups. */
    @Scheduled(initialDelayString = "PT1M")
    void tell() {
        schedule.look()
                .map(BackupState::alert)
                .filter(alert -> !alert.isEmpty())
                .ifPresent(LOG::warn);
    }

    @Scheduled(initialDelayString = "PT2M", fixedDelayString = "PT5M")
    void look() {
        try {
            if (schedule.isDue()) {
                LOG.info(command.make(Objects.requireNonNull(settings.folder()), new BackupProgress(LOG::debug)));
                copyAndDelete();
            } else if (schedule.isCopyMissing()) {
                copyAndDelete();
            }
            schedule.look();
        } catch (AnotherBackupRuns byAnotherNode) {
            LOG.debug("Another node makes the backup", byAnotherNode);
        } catch (IOException failed) {
            LOG.error("The backup of the day was not made: {}", failed.getMessage());
            schedule.failed("The last backup failed: " + failed.getMessage());
            schedule.look();
        }
    }

    private void copyAndDelete() throws IOException {
        var zone = schedule.zone();
        for (var folder : settings.folders()) {
            var backups = new BackupFolder(folder);
            if (!folder.equals(settings.folder())) {
                copyNewest(backups);
            }
            backups.deleteOld(settings, zone);
        }
    }

    private void copyNewest(BackupFolder second) throws IOException {
        var first = new BackupFolder(Objects.requireNonNull(settings.folder()));
        try {
            second.copy(first.backups().getFirst().file());
        } catch (IOException failed) {
            throw new BackupProblem(
                    "The second copy cannot be written to %s: %s".formatted(second.path(), failed.getMessage()),
                    failed);
        }
    }
}

package io.plumbline.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;

/**
 * Settings of backups.
 *
 * @param key key that encrypts backups: 64 hexadecimal digits, or an identity of the age format; without it there are no
 *     backups
 * @param folder folder on another disk to which the portal makes a backup each day; without it there are no scheduled ones
 * @param secondFolder folder for a second copy of each scheduled backup, and for downtime sheets; empty for none
 * @param at local time of the first clinic at which the scheduled backup begins
 * @param daily how many days keep their last backup
 * @param weekly how many weeks keep their last backup
 * @param monthly how many months keep their last backup
 * @param beforeUpgrade whether an upgrade makes a backup first, where a key and a folder are set
 * @param outsideFile file that the clinic's own tool touches after each good backup, where the portal makes none
 * @param recoveryKey recovery key, only for <code>restore</code> and <code>backup verify</code> where nobody can enter it
 * @param recoveryFile file with the public half of the recovery key, written by <code>./portal backup init</code>
 */
@ConfigurationProperties("plumbline.backup")
record BackupSettings(
        @Nullable String key,
        @Nullable Path folder,
        @Nullable Path secondFolder,
        LocalTime at,
        int daily,
        int weekly,
        int monthly,
        boolean beforeUpgrade,
        @Nullable Path outsideFile,
        @Nullable String recoveryKey,
        Path recoveryFile) {
    BackupSettings {
        if (daily < 1 || weekly < 0 || monthly < 0) {
            throw new IllegalArgumentException(
                    "plumbline.backup.daily must be 1 or more, and plumbline.backup.weekly and .monthly 0 or more");
        }
    }

    /** Reads them while no beans are there. */
    static BackupSettings of(Environment settings) {
        return Binder.get(settings)
                .bind("plumbline.backup", BackupSettings.class)
                .get();
    }

    /** Returns whether the portal makes backups by itself. */
    boolean isScheduled() {
        return hasKey() && folder != null;
    }

    /** Returns whether a backup key is set. */
    boolean hasKey() {
        return key != null && !key.isBlank();
    }

    /** Returns the folders to which scheduled backups go. */
    List<Path> folders() {
        return Stream.of(folder, secondFolder).filter(Objects::nonNull).toList();
    }

    /**
     * Returns the backup key; empty if none is set.
     *
     * @throws BackupProblem if it cannot be one
     */
    Optional<BackupKey> backupKey() throws BackupProblem {
        return key(key, "PLUMBLINE_BACKUP_KEY");
    }

    /**
     * Returns the recovery key; empty if none is set.
     *
     * @throws BackupProblem if it cannot be one
     */
    Optional<BackupKey> recovery() throws BackupProblem {
        return key(recoveryKey, "PLUMBLINE_BACKUP_RECOVERY_KEY");
    }

    private static Optional<BackupKey> key(@Nullable String given, String variable) throws BackupProblem {
        if (given == null || given.isBlank()) {
            return Optional.empty();
        }
        try {
            return Optional.of(BackupKey.of(given));
        } catch (BackupProblem noKey) {
            throw new BackupProblem(variable + " must be " + BackupKey.FORM + ".", noKey);
        }
    }

    /**
     * Returns the recipient of the recovery key; empty if there is none.
     *
     * @throws BackupProblem if its file cannot be read
     */
    Optional<String> recoveryRecipient() throws BackupProblem {
        if (!Files.exists(recoveryFile)) {
            return Optional.empty();
        }
        try {
            return Optional.of(Files.readString(recoveryFile).strip());
        } catch (IOException unreadable) {
            throw new BackupProblem(
                    "%s cannot be read: give it to the portal's user.".formatted(recoveryFile), unreadable);
        }
    }

    /** So that no log has a key. */
    @Override
    public String toString() {
        return "BackupSettings";
    }

    /** Returns to whom a backup is encrypted: either of the two keys opens it. */
    List<String> recipients() throws BackupProblem {
        var recipients = new ArrayList<String>();
        recipients.add(backupKey()
                .orElseThrow(
                        () -> new BackupProblem(
                                "No backup is made without a key: set PLUMBLINE_BACKUP_KEY, such as to the output of openssl rand -hex 32, and keep a copy of it elsewhere."))
                .recipient());
        recoveryRecipient().ifPresent(recipients::add);
        return recipients;
    }
}

package io.plumbline.backup;

import io.plumbline.shared.Recorded;
import java.util.UUID;

/** Audit events of backups. */
sealed interface BackupEvent extends Recorded {

    /** A backup was made; the detail is its file. */
    record Made(UUID subject, String detail) implements BackupEvent {}
}

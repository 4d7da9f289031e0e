package io.plumbline.backup;

import io.plumbline.shared.Recorded;
import java.util.UUID;

/** Audit events of backups. */
sealed interface BackupEvent extends Recorded {

    /** A backup was made. */
    record Made(UUID subject, String file) implements BackupEvent {
        @Override
        public String detail() {
            return file;
        }
    }
}

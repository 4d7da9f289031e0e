package io.plumbline.backup;

/** Thrown if a backup of the same store is being made already. */
class AnotherBackupRuns extends BackupProblem {
    AnotherBackupRuns() {
        super("Another backup of this store is being made: wait until it is done.");
    }
}

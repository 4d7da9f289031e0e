package io.plumbline.backup;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How the backups of the store are, for an administrator.
 *
 * @param lastGood when the last good one was made; null if there is none
 * @param lastVerified when one was last restored for a test; null if none was
 * @param alert what is wrong, in a sentence; empty if all is well
 */
public record BackupState(
        @Nullable Instant lastGood, @Nullable Instant lastVerified, String alert) {}

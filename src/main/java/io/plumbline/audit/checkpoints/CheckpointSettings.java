package io.plumbline.audit.checkpoints;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Settings of the checkpoints of the audit trail.
 *
 * @param folder existing folder outside, such as a mounted share of the auditor, for signed checkpoints; empty for none
 * @param every delay between two checkpoints, at least a minute
 */
@ConfigurationProperties("plumbline.audit.checkpoints")
record CheckpointSettings(@Nullable String folder, Duration every) {
    CheckpointSettings {
        if (every.toMinutes() < 1) {
            throw new IllegalArgumentException(
                    "plumbline.audit.checkpoints.every must be a minute or more, such as 1h");
        }
    }
}

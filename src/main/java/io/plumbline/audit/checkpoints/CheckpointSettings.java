package io.plumbline.audit.checkpoints;

import io.plumbline.shared.EmailAddress;
import io.plumbline.shared.Refused;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Settings of the checkpoints of the audit trail.
 *
 * @param folder existing folder outside, such as a mounted share of the auditor, for signed checkpoints; empty for none
 * @param every delay between two checkpoints in the folder, at least a minute
 * @param mail e-mail address of the auditor, who gets a signed checkpoint once a day; empty for none
 */
@ConfigurationProperties("plumbline.audit.checkpoints")
record CheckpointSettings(
        @Nullable String folder, Duration every, @Nullable String mail) {
    CheckpointSettings {
        if (every.toMinutes() < 1) {
            throw new IllegalArgumentException(
                    "plumbline.audit.checkpoints.every must be a minute or more, such as 1h");
        }
        address(mail);
    }

    /** Returns the address of the auditor; empty if none is configured. */
    Optional<EmailAddress> auditor() {
        return address(mail);
    }

    private static Optional<EmailAddress> address(@Nullable String mail) {
        try {
            return Optional.ofNullable(mail).filter(given -> !given.isBlank()).map(EmailAddress::new);
        } catch (Refused notAnAddress) {
            throw new IllegalArgumentException(
                    "plumbline.audit.checkpoints.mail must be an e-mail address such as auditor@example.org",
                    notAnAddress);
        }
    }
}

package io.plumbline.imports;

import java.time.Duration;
import java.time.Instant;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long files of imports are kept.
 *
 * @param keptDays days after the last step of an import of patients after which its file and what the check found are
 *     deleted; until then the import can be undone
 */
@ConfigurationProperties("plumbline.imports")
record ImportKeeping(@DefaultValue("30") int keptDays) {
    ImportKeeping {
        if (keptDays < 1) {
            throw new IllegalArgumentException("plumbline.imports.kept-days must be a number above zero");
        }
    }

    /** Returns until when the file of an import is kept. */
    Instant endsAfter(Instant lastStep) {
        return lastStep.plus(Duration.ofDays(keptDays));
    }

    /** Returns the instant before which the last step of an import must lie for its file to be deleted. */
    Instant endedBefore(Instant now) {
        return now.minus(Duration.ofDays(keptDays));
    }
}

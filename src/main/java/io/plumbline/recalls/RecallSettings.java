package io.plumbline.recalls;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the recall board.
 *
 * @param quietAfterDays days without a visit after which a patient without an active plan has gone quiet; with a plan,
 *     its interval counts
 * @param forgottenAfterMonths months after which nobody is called any more, so that the board does not fill with people
 *     who left long ago
 */
@ConfigurationProperties("plumbline.recalls")
record RecallSettings(
        @DefaultValue("90") int quietAfterDays,
        @DefaultValue("18") int forgottenAfterMonths) {
    RecallSettings {
        if (quietAfterDays < 1) {
            throw new IllegalArgumentException("plumbline.recalls.quiet-after-days must be a number above zero");
        }
        if (forgottenAfterMonths < 1) {
            throw new IllegalArgumentException("plumbline.recalls.forgotten-after-months must be a number above zero");
        }
    }
}

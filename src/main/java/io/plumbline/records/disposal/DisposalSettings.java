package io.plumbline.records.disposal;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the disposal of records.
 *
 * @param delay how long after its approval the disposal of a list begins; until then it can be canceled
 */
@ConfigurationProperties("plumbline.disposal")
record DisposalSettings(@DefaultValue("24h") Duration delay) {
    DisposalSettings {
        if (delay.isNegative()) {
            throw new IllegalArgumentException("plumbline.disposal.delay must not be negative: " + delay);
        }
    }
}

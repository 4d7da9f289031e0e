package io.plumbline.onlineintake;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of online intakes.
 *
 * @param linkDays days until the link to an online intake expires
 */
@ConfigurationProperties("plumbline.online-intake")
record OnlineIntakeSettings(@DefaultValue("14") int linkDays) {
    private static final int MOST_DAYS = 90;

    OnlineIntakeSettings {
        if (linkDays < 1 || linkDays > MOST_DAYS) {
            throw new IllegalArgumentException(
                    "plumbline.online-intake.link-days must be a number of days between 1 and " + MOST_DAYS);
        }
    }

    Duration lifetime() {
        return Duration.ofDays(linkDays);
    }
}

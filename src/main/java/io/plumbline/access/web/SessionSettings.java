package io.plumbline.access.web;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long a person stays signed in, and at how many places.
 *
 * @param idle time since the person's last own action after which the session ends
 * @param mostPlaces at how many places one person is signed in at once; at one more the oldest ends
 */
@ConfigurationProperties("plumbline.session")
record SessionSettings(
        @DefaultValue("15m") Duration idle,
        @DefaultValue("10") int mostPlaces) {
    SessionSettings {
        if (idle.isNegative() || idle.isZero()) {
            throw new IllegalArgumentException("plumbline.session.idle is a time above zero, such as 15m");
        }
        if (mostPlaces < 1) {
            throw new IllegalArgumentException("plumbline.session.most-places is a number above zero");
        }
    }
}

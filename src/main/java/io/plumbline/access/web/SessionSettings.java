package io.plumbline.access.web;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Session settings.
 *
 * @param lock time since the user's last own action after which their screens are locked, from one second to one hour
 * @param idle time since the user's last own action after which a locked session ends, with what was kept of it
 * @param longest time since the sign-in after which the session ends, whatever the user does
 * @param mostPlaces how many sessions one user may have at once; one more ends the oldest
 * @param signInsPerMinute sign-in attempts per minute from one address; for IPv6, from one 64-bit network
 */
@ConfigurationProperties("plumbline.session")
record SessionSettings(
        @DefaultValue("10m") Duration lock,
        @DefaultValue("12h") Duration idle,
        @DefaultValue("12h") Duration longest,
        @DefaultValue("10") int mostPlaces,
        @DefaultValue("60") int signInsPerMinute) {
    SessionSettings {
        if (lock.compareTo(Duration.ofSeconds(1)) < 0 || lock.compareTo(Duration.ofHours(1)) > 0) {
            throw new IllegalArgumentException(
                    "plumbline.session.lock must be a time from one second to one hour, such as 10m");
        }
        if (idle.isNegative() || idle.isZero()) {
            throw new IllegalArgumentException("plumbline.session.idle must be a time above zero, such as 15m");
        }
        if (longest.isNegative() || longest.isZero()) {
            throw new IllegalArgumentException("plumbline.session.longest must be a time above zero, such as 12h");
        }
        if (mostPlaces < 1) {
            throw new IllegalArgumentException("plumbline.session.most-places must be a number above zero");
        }
        if (signInsPerMinute < 1) {
            throw new IllegalArgumentException("plumbline.session.sign-ins-per-minute must be a number above zero");
        }
    }
}

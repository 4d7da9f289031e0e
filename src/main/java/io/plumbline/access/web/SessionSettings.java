package io.plumbline.access.web;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long a person stays signed in.
 *
 * @param idle time since the person's last own action after which the session ends
 */
@ConfigurationProperties("plumbline.session")
record SessionSettings(@DefaultValue("15m") Duration idle) {
    SessionSettings {
        if (idle.isNegative() || idle.isZero()) {
            throw new IllegalArgumentException("plumbline.session.idle is a time above zero, such as 15m");
        }
    }
}

package io.plumbline.startup;

import io.plumbline.shared.DemoClock;
import io.plumbline.shared.StartRefused;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Provides the only clock. With demo data it may start at a given instant, so that screenshots and end-to-end tests
 * have a known date.
 */
@Configuration(proxyBeanMethods = false)
class ClockConfig {
    @Bean
    static Clock clock(
            @Value("${plumbline.clock:#{null}}") @Nullable String startAt, @Value("${plumbline.demo}") boolean demo) {
        if (startAt == null || startAt.isBlank()) {
            return demo ? new DemoClock(precise(Clock.systemUTC())) : precise(Clock.systemUTC());
        }
        if (!demo) {
            throw new StartRefused("PLUMBLINE_CLOCK only works with demo data: remove it.");
        }
        try {
            return new DemoClock(
                    precise(Clock.offset(Clock.systemUTC(), Duration.between(Instant.now(), Instant.parse(startAt)))));
        } catch (DateTimeParseException e) {
            throw new StartRefused("PLUMBLINE_CLOCK must be an instant such as 2026-11-24T17:00:00Z.");
        }
    }

    /** Of the precision of the store: an instant that was stored equals the one that was not. */
    private static Clock precise(Clock clock) {
        return Clock.tick(clock, Duration.of(1, ChronoUnit.MICROS));
    }
}

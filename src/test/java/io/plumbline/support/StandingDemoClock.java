package io.plumbline.support;

import io.plumbline.shared.DemoClock;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.EnvironmentAware;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.ContextRefreshedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.PriorityOrdered;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * The clock of the demo clinic stands in tests, however long they take: on a slow machine a visit would otherwise begin,
 * or an hour end, between two lines of a test. Each look at it is a microsecond later than the one before, so that what
 * happens first is also dated first. A test that needs another time says so to {@link DemoClock#at}.
 */
@Component
@Profile("test")
class StandingDemoClock implements BeanPostProcessor, EnvironmentAware, PriorityOrdered {
    /** What a test does is later than all that the demo clinic was told before, also where it began with a copy. */
    private static final Duration AFTER_THE_STORY = Duration.ofSeconds(1);

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.MIN);
    private Instant start = Instant.MIN;

    @Override
    public void setEnvironment(Environment environment) {
        var startAt = environment.getProperty("plumbline.clock", "");
        if (!startAt.isBlank()) {
            start = Instant.parse(startAt);
            now.set(start);
        }
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof DemoClock && start.isAfter(Instant.MIN) ? new DemoClock(new Standing()) : bean;
    }

    @EventListener
    void on(ContextRefreshedEvent filled) {
        if (start.isAfter(Instant.MIN)) {
            var after = start.plus(AFTER_THE_STORY);
            now.updateAndGet(at -> at.isBefore(after) ? after : at);
        }
    }

    @Override
    public int getOrder() {
        // before any other bean asks for the clock
        return HIGHEST_PRECEDENCE;
    }

    private final class Standing extends Clock {
        @Override
        public Instant instant() {
            return now.getAndUpdate(at -> at.plus(1, ChronoUnit.MICROS));
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException("Every clock of the portal is in UTC");
        }
    }
}

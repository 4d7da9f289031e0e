package io.plumbline.audit;

import io.plumbline.access.SystemActor;
import io.plumbline.jobs.holds.JobHoldService;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.event.ContextRefreshedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Compares the clock with the newest entry of the audit trail when the portal starts, before any job runs. With a
 * clock far ahead, jobs would erase people whose time has not come; with one far behind, what is written would seem old.
 * A portal that was stopped for a week looks the same, so a person decides.
 */
@Component
class ClockCheck {
    private static final Logger LOG = LoggerFactory.getLogger(ClockCheck.class);

    private static final Duration BEHIND = Duration.ofDays(1);
    private static final Duration AHEAD = Duration.ofDays(7);

    private final JdbcClient jdbc;
    private final JobHoldService holds;
    private final SystemActor system;
    private final Clock clock;

    ClockCheck(JdbcClient jdbc, JobHoldService holds, SystemActor system, Clock clock) {
        this.jdbc = jdbc;
        this.holds = holds;
        this.system = system;
        this.clock = clock;
    }

    /** Before all jobs, which begin by the same event. A command runs no jobs. */
    @EventListener
    @Order(Ordered.HIGHEST_PRECEDENCE)
    void on(ContextRefreshedEvent started) {
        if (started.getApplicationContext() instanceof WebServerApplicationContext) {
            check();
        }
    }

    /** Puts the jobs on hold if the clock may be wrong. */
    void check() {
        newest().ifPresent(this::compare);
    }

    private Optional<Instant> newest() {
        return jdbc.sql("select at from audit_event order by id desc limit 1")
                .query(Instant.class)
                .optional();
    }

    private void compare(Instant newest) {
        var now = clock.instant();
        if (!now.isBefore(newest.minus(BEHIND)) && !now.isAfter(newest.plus(AHEAD))) {
            return;
        }
        LOG.warn(
                "The clock is at {}, and the newest entry of the audit trail is of {}. Correct the clock and start again,"
                        + " or let jobs run again on the start page of an administrator",
                now,
                newest);
        system.run(() -> holds.holdForClock(newest));
    }
}

package io.plumbline.store;

import com.zaxxer.hikari.HikariDataSource;
import io.plumbline.shared.store.StoreAway;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Checks once a second, outside of requests, whether the database responds, so that health requests are answered at
 * once. A database that has closed itself, as H2 does on a full disk, is reopened by new connections; if that fails for
 * 30 seconds, the process exits and is restarted from outside.
 */
@Component("storeHealthIndicator")
class StoreHealth implements HealthIndicator, DisposableBean {
    private static final Logger LOG = LoggerFactory.getLogger(StoreHealth.class);
    private static final Duration EVERY = Duration.ofSeconds(1);
    private static final Duration SAID_AGAIN = Duration.ofMinutes(1);

    /** The longest time for a check: opening a connection and one response; a longer check counts as no response. */
    private static final Duration LONGEST_CHECK = Duration.ofSeconds(10);

    private static final int ANSWERS_WITHIN_MS = 3_000;
    private static final Duration CLOSED_AT_MOST = Duration.ofSeconds(30);

    private final DataSource store;
    private final LongSupplier nanos;
    private final Runnable end;
    private @Nullable ScheduledExecutorService rounds;
    private volatile @Nullable Long answeredAt;
    private @Nullable Long closedSince;
    private @Nullable Long saidAt;

    @Autowired
    StoreHealth(DataSource store) {
        this(store, System::nanoTime, StoreHealth::endProcess);
    }

    /** @param nanos a monotonic time source */
    StoreHealth(DataSource store, LongSupplier nanos, Runnable end) {
        this.store = store;
        this.nanos = nanos;
        this.end = end;
    }

    /**
     * Starts the checks, but only with a web server: without one, as while a command runs, nobody can request the
     * health.
     */
    @EventListener
    void on(ApplicationStartedEvent started) {
        if (!(started.getApplicationContext() instanceof ServletWebServerApplicationContext)) {
            return;
        }
        // the first health request already needs a result
        check();
        var thread = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name("store-health").factory());
        thread.scheduleWithFixedDelay(this::check, EVERY.toMillis(), EVERY.toMillis(), TimeUnit.MILLISECONDS);
        rounds = thread;
    }

    @Override
    public void destroy() {
        var thread = rounds;
        if (thread != null) {
            thread.shutdownNow();
        }
    }

    @Override
    public Health health() {
        var last = answeredAt;
        return last != null && !isOver(last, LONGEST_CHECK)
                ? Health.up().build()
                : Health.down().build();
    }

    /** Checks the database once. */
    void check() {
        try (var connection = store.getConnection()) {
            connection.setNetworkTimeout(Runnable::run, ANSWERS_WITHIN_MS);
            try (var asked = connection.createStatement()) {
                // H2 reports connections of a closed database as valid
                asked.execute("select 1");
            }
            answers();
        } catch (SQLException | RuntimeException failed) {
            isAway(failed);
        }
    }

    private void answers() {
        if (saidAt != null) {
            LOG.info("The database answers again");
        }
        saidAt = null;
        closedSince = null;
        answeredAt = nanos.getAsLong();
    }

    private void isAway(Exception failed) {
        var isClosed = StoreAway.isClosed(failed);
        if (isClosed) {
            answeredAt = null;
        }
        // a connection pool that is exhausted for a moment is not an outage: the time since the last response decides
        if (saidAt == null || isOver(saidAt, SAID_AGAIN)) {
            saidAt = nanos.getAsLong();
            LOG.warn("The database cannot be reached: {}", failed.toString());
        }
        if (isClosed) {
            openAgain();
        } else {
            closedSince = null;
        }
    }

    private void openAgain() {
        if (closedSince == null) {
            closedSince = nanos.getAsLong();
        }
        if (isOver(closedSince, CLOSED_AT_MOST)) {
            LOG.error(
                    "The database has closed itself and cannot be opened again: the portal ends and must be restarted");
            end.run();
            return;
        }
        try {
            var pool = store.unwrap(HikariDataSource.class).getHikariPoolMXBean();
            if (pool != null) {
                pool.softEvictConnections();
            }
        } catch (SQLException noPool) {
            LOG.debug("This store has no pool to empty", noPool);
        }
    }

    private boolean isOver(long since, Duration atMost) {
        return nanos.getAsLong() - since > atMost.toNanos();
    }

    private static void endProcess() {
        // in its own thread, since the exit waits for this check
        Thread.ofPlatform().name("store-closed").start(() -> System.exit(1));
    }
}

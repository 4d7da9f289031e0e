package io.plumbline;

import com.zaxxer.hikari.HikariDataSource;
import io.plumbline.shared.StoreAway;
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
 * Whether the store answers, asked beside all requests once a second, so that who asks for the health has the answer at
 * once. A store that has closed itself, as H2 does on a full disk, is opened again by new connections; where that does not
 * help for half a minute, the process ends, and whoever looks after it starts it anew.
 */
@Component("storeHealthIndicator")
class StoreHealth implements HealthIndicator, DisposableBean {
    private static final Logger LOG = LoggerFactory.getLogger(StoreHealth.class);
    private static final Duration EVERY = Duration.ofSeconds(1);
    private static final Duration SAID_AGAIN = Duration.ofMinutes(1);

    /** A check takes no longer than a new connection and an answer to it; one that does is no answer. */
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

    /** @param nanos a time that no change of the clock moves */
    StoreHealth(DataSource store, LongSupplier nanos, Runnable end) {
        this.store = store;
        this.nanos = nanos;
        this.end = end;
    }

    /** Where nobody can ask for the health, as while a command runs, nothing is checked. */
    @EventListener
    void on(ApplicationStartedEvent started) {
        if (!(started.getApplicationContext() instanceof ServletWebServerApplicationContext)) {
            return;
        }
        // who asks at once is answered by a store that was asked
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

    /** Asks the store once. */
    void check() {
        try (var connection = store.getConnection()) {
            connection.setNetworkTimeout(Runnable::run, ANSWERS_WITHIN_MS);
            try (var asked = connection.createStatement()) {
                // H2 says of a closed store that its connections are valid
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
        // a pool that is used up for a moment is no database that is away: how long ago it answered decides
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
            LOG.error("The database has closed itself and cannot be opened again: the portal ends, to be started anew");
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
        // beside, since ending waits for this check
        Thread.ofPlatform().name("store-closed").start(() -> System.exit(1));
    }
}

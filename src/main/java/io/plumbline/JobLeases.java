package io.plumbline;

import io.plumbline.shared.Ids;
import java.time.Duration;
import java.util.Optional;
import net.javacrumbs.shedlock.core.LockConfiguration;
import net.javacrumbs.shedlock.core.LockProvider;
import net.javacrumbs.shedlock.core.SimpleLock;
import net.javacrumbs.shedlock.provider.jdbctemplate.JdbcTemplateLockProvider;
import net.javacrumbs.shedlock.provider.sql.SqlConfiguration.ColumnNames;
import net.javacrumbs.shedlock.spring.annotation.EnableSchedulerLock;
import net.javacrumbs.shedlock.support.LockException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.TransactionException;

/**
 * Of several nodes one at a time does a job that has a lease. It gives the lease back when the job ends; that of a node
 * which was killed lapses after a minute at most. A lease spares work, and nothing hangs on it: a node that was stopped for
 * longer goes on beside the one that took over, so what a job does is done once by the store (a condition of the update, a
 * version, a unique key, a row that is deleted), whoever does it.
 */
@Configuration(proxyBeanMethods = false)
@EnableSchedulerLock(defaultLockAtMostFor = "PT1M")
class JobLeases {
    private static final Logger LOG = LoggerFactory.getLogger(JobLeases.class);

    /** A clock that is put right by a little takes no lease from who holds it. */
    private static final Duration CLOCK_CORRECTION = Duration.ofSeconds(10);

    @Bean
    static LockProvider leases(JdbcTemplate jdbc) {
        // one name for each start, since two nodes may be on one machine
        return of(jdbc, Ids.next().toString());
    }

    /** The leases that one node takes: by the clock of the store, so that no node's own clock counts. */
    static LockProvider of(JdbcTemplate jdbc, String node) {
        var leases = new JdbcTemplateLockProvider(JdbcTemplateLockProvider.Configuration.builder()
                .withJdbcTemplate(jdbc)
                .withTableName("job_lease")
                .withColumnNames(new ColumnNames("job", "held_until", "held_since", "held_by"))
                .withLockedByValue(node)
                .usingDbTime()
                .build());
        return job -> take(leases, job).or(() -> isBeyondReason(jdbc, job) ? take(leases, job) : Optional.empty());
    }

    /**
     * Frees a lease that stands further ahead than anybody may hold it, because the clock of the store went back since: else
     * its job would rest until the clock is there again. Whether it was one.
     */
    private static boolean isBeyondReason(JdbcTemplate jdbc, LockConfiguration job) {
        try {
            return jdbc.update(
                            """
                            update job_lease set held_until = localtimestamp(3)
                            where job = ? and held_until > timestampadd(second, ?, localtimestamp(3))""",
                            job.getName(),
                            job.getLockAtMostFor().plus(CLOCK_CORRECTION).toSeconds())
                    == 1;
        } catch (DataAccessException | TransactionException storeIsAway) {
            LOG.debug("The database does not say how long job {} is held", job.getName(), storeIsAway);
            return false;
        }
    }

    /**
     * While the store is away nobody has a lease, and the job is tried again at its next round; {@link StoreHealth} says
     * that it is away. What kind of store it is, is asked with the first lease, and takes an unsupported one for the answer
     * where none comes.
     */
    private static Optional<SimpleLock> take(LockProvider leases, LockConfiguration job) {
        try {
            return leases.lock(job).map(lease -> () -> giveBack(lease, job));
        } catch (DataAccessException
                | TransactionException
                | LockException
                | UnsupportedOperationException storeIsAway) {
            LOG.debug("The database does not say whose job {} is", job.getName(), storeIsAway);
            return Optional.empty();
        }
    }

    private static void giveBack(SimpleLock lease, LockConfiguration job) {
        try {
            lease.unlock();
        } catch (DataAccessException | TransactionException | LockException storeIsAway) {
            LOG.debug("The lease of job {} cannot be given back; it lapses by itself", job.getName(), storeIsAway);
        }
    }
}

package io.plumbline.jobs;

import io.plumbline.shared.ids.Ids;
import java.time.Duration;
import java.util.Objects;
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
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Lets only one node at a time run a job that has a lease. The lease is released when the job ends; the lease of a
 * killed node expires after at most one minute. A lease only saves work and is not needed for correctness: a node that
 * was suspended for longer resumes beside the node that took over. The database therefore makes sure that each job acts
 * only once (by a condition of the update, a version, a unique key, or a deleted row), whichever node runs it.
 */
@Configuration(proxyBeanMethods = false)
@EnableSchedulerLock(defaultLockAtMostFor = "PT1M")
class JobLeases {
    private static final Logger LOG = LoggerFactory.getLogger(JobLeases.class);

    /** Tolerance for small corrections of the clock, which must not take a lease from its holder. */
    private static final Duration CLOCK_CORRECTION = Duration.ofSeconds(10);

    @Bean
    static LockProvider leases(JdbcTemplate jdbc, PlatformTransactionManager transactions) {
        // one name per start, since two nodes may run on one machine
        return of(jdbc, transactions, Ids.next().toString());
    }

    /** Creates the leases of a node, based on the database clock, so that the clocks of the nodes do not matter. */
    static LockProvider of(JdbcTemplate jdbc, PlatformTransactionManager transactions, String node) {
        var leases = new JdbcTemplateLockProvider(JdbcTemplateLockProvider.Configuration.builder()
                .withJdbcTemplate(jdbc)
                .withTransactionManager(transactions)
                .withTableName("job_lease")
                .withColumnNames(new ColumnNames("job", "held_until", "held_since", "held_by"))
                .withLockedByValue(node)
                .usingDbTime()
                .build());
        var transaction = new TransactionTemplate(transactions);
        return job -> take(leases, job)
                .or(() -> isBeyondReason(jdbc, transaction, job) ? take(leases, job) : Optional.empty());
    }

    /**
     * Frees a lease that ends later than any holder may hold it, because the database clock was set back; otherwise the
     * job would not run until the clock catches up. Returns whether there was such a lease.
     */
    private static boolean isBeyondReason(JdbcTemplate jdbc, TransactionOperations transaction, LockConfiguration job) {
        try {
            int freed = Objects.requireNonNull(transaction.execute(status -> jdbc.update(
                    """
                    update job_lease set held_until = localtimestamp(3)
                    where job = ? and held_until > timestampadd(second, ?, localtimestamp(3))""",
                    job.getName(),
                    job.getLockAtMostFor().plus(CLOCK_CORRECTION).toSeconds())));
            return freed == 1;
        } catch (DataAccessException | TransactionException storeIsAway) {
            LOG.debug("The database does not say how long job {} is held", job.getName(), storeIsAway);
            return false;
        }
    }

    /**
     * Takes a lease. While the database is unavailable, no node gets one, and the job is tried again at its next run;
     * the health of the store logs the outage. ShedLock detects the database product with the first lease, and reports an
     * unsupported one if it gets no response.
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
            LOG.debug("The lease of job {} cannot be released; it expires by itself", job.getName(), storeIsAway);
        }
    }
}

package io.plumbline.store;

import io.plumbline.shared.store.StoreAway;
import io.plumbline.shared.store.StoreWait;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.jdbc.DatabaseDriver;
import org.springframework.boot.transaction.autoconfigure.TransactionManagerCustomizers;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.orm.jpa.JpaTransactionManager;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.DefaultTransactionStatus;

/**
 * Sets up the portal's transactions. `spring.transaction.default-timeout` limits all transactions of a request
 * together: a click ends within that time, whatever the database does. A transaction with a timeout of its own uses
 * that one, and jobs have none. A commit without a response is reported as such. On H2 one transaction at a time writes.
 */
@Configuration(proxyBeanMethods = false)
class StoreTransactions {
    /** As long as a click waits for a connection. */
    private static final Duration LONGEST_WAIT_TO_WRITE = Duration.ofSeconds(5);

    @Bean
    static PlatformTransactionManager transactionManager(
            @Value("${spring.datasource.url}") String store,
            ObjectProvider<TransactionManagerCustomizers> customizers) {
        var isH2 = DatabaseDriver.fromJdbcUrl(store) == DatabaseDriver.H2;
        var transactions = new Bounded(isH2 ? new OneWriter(LONGEST_WAIT_TO_WRITE) : null);
        customizers.ifAvailable(all -> all.customize((PlatformTransactionManager) transactions));
        return transactions;
    }

    /** Spring's transaction manager, with a time limit while a person waits. */
    static final class Bounded extends JpaTransactionManager {
        private static final long serialVersionUID = 1L;

        private final transient ThreadLocal<Long> begun = new ThreadLocal<>();
        private final transient @Nullable OneWriter writer;

        /** @param writer null if the database lets several transactions write at a time */
        Bounded(@Nullable OneWriter writer) {
            this.writer = writer;
        }

        @Override
        protected int determineTimeout(TransactionDefinition asked) {
            if (getDefaultTimeout() == TransactionDefinition.TIMEOUT_DEFAULT) {
                // H2 runs in-process, where a timeout would stay set on the connection
                return TransactionDefinition.TIMEOUT_DEFAULT;
            }
            if (asked.getTimeout() != TransactionDefinition.TIMEOUT_DEFAULT || !isBounded()) {
                return asked.getTimeout();
            }
            // the remaining time in whole seconds, the only unit that the drivers support
            return (int) Math.max(1, left().toSeconds());
        }

        @Override
        protected void doBegin(Object transaction, TransactionDefinition asked) {
            if (StoreWait.hasEnded()
                    || isBounded()
                            && asked.getTimeout() == TransactionDefinition.TIMEOUT_DEFAULT
                            && !left().isPositive()) {
                throw new CannotCreateTransactionException("This request has waited for the store long enough");
            }
            var outer = begun.get();
            if (outer == null) {
                begun.set(System.nanoTime());
            }
            try {
                beginWriting(transaction, asked);
                super.doBegin(transaction, asked);
            } catch (RuntimeException failed) {
                endWriting(transaction);
                if (outer == null) {
                    count();
                }
                // who had no turn to write tries again; otherwise the store is away
                if (!(failed instanceof PessimisticLockingFailureException)) {
                    StoreWait.end();
                }
                throw failed;
            }
        }

        private void beginWriting(Object transaction, TransactionDefinition asked) {
            if (writer != null && !asked.isReadOnly()) {
                writer.begin(transaction);
            }
        }

        private void endWriting(Object transaction) {
            if (writer != null) {
                writer.end(transaction);
            }
        }

        @Override
        protected void doCommit(DefaultTransactionStatus status) {
            try {
                super.doCommit(status);
            } catch (RuntimeException failed) {
                throw StoreAway.isCauseOf(failed) ? new StoreAway.InDoubt(failed) : failed;
            }
        }

        @Override
        protected void doCleanupAfterCompletion(Object transaction) {
            try {
                super.doCleanupAfterCompletion(transaction);
            } finally {
                endWriting(transaction);
                count();
            }
        }

        private void count() {
            var since = begun.get();
            begun.remove();
            if (since != null) {
                StoreWait.add(Duration.ofNanos(System.nanoTime() - since));
            }
        }

        private boolean isBounded() {
            return getDefaultTimeout() != TransactionDefinition.TIMEOUT_DEFAULT && StoreWait.isBounded();
        }

        private Duration left() {
            return Duration.ofSeconds(getDefaultTimeout()).minus(StoreWait.spent());
        }
    }
}

package io.plumbline.store;

import io.plumbline.shared.RetriedTransaction;
import java.util.function.Supplier;
import org.springframework.core.retry.RetryTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Retries with the tries and pauses of {@link StoreRetry}. */
@Component
class RetriedStoreTransaction implements RetriedTransaction {
    private final TransactionOperations transaction;
    private final RetryTemplate again = new RetryTemplate(StoreRetry.policy());

    RetriedStoreTransaction(TransactionOperations transaction) {
        this.transaction = transaction;
    }

    @Override
    public <T> T call(Supplier<T> work) {
        return TransactionSynchronizationManager.isActualTransactionActive()
                ? once(work)
                : again.invoke(() -> once(work));
    }

    private <T> T once(Supplier<T> work) {
        return transaction.execute(status -> work.get());
    }
}

package io.plumbline.shared;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.springframework.transaction.support.ResourceHolderSupport;
import org.springframework.transaction.support.ResourceHolderSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Asks the store something once in a transaction, and from then until its end remembers the answer. Without a
 * transaction it asks each time.
 *
 * @param <K> what is asked about
 * @param <V> the answer
 */
public final class OncePerTransaction<K, V> {
    private final Function<K, V> ask;

    /** @param ask how the store is asked; may not answer null */
    public OncePerTransaction(Function<K, V> ask) {
        this.ask = ask;
    }

    /** The answer, of now or of earlier in this transaction. */
    public V of(K key) {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            return ask.apply(key);
        }
        return remembered().answers.computeIfAbsent(key, ask);
    }

    /** The next answer is asked of the store again, because what it is about has changed. */
    public void forget(K key) {
        if (TransactionSynchronizationManager.isSynchronizationActive()) {
            remembered().answers.remove(key);
        }
    }

    private Remembered<K, V> remembered() {
        @SuppressWarnings("unchecked") // bound here alone
        var bound = (Remembered<K, V>) TransactionSynchronizationManager.getResource(this);
        if (bound != null) {
            return bound;
        }
        var fresh = new Remembered<K, V>();
        TransactionSynchronizationManager.bindResource(this, fresh);
        TransactionSynchronizationManager.registerSynchronization(new ResourceHolderSynchronization<>(fresh, this) {});
        return fresh;
    }

    private static final class Remembered<K, V> extends ResourceHolderSupport {
        private final Map<K, V> answers = new HashMap<>();
    }
}

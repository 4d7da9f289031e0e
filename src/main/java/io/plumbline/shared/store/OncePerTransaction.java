package io.plumbline.shared.store;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.transaction.support.ResourceHolderSupport;
import org.springframework.transaction.support.ResourceHolderSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Caches a database lookup until the end of the transaction. Without a transaction, it looks up every time.
 *
 * @param <K> the key of the lookup
 * @param <V> the result
 */
public final class OncePerTransaction<K, V> {
    private final Function<K, V> ask;

    /** @param ask the lookup; must not return null */
    public OncePerTransaction(Function<K, V> ask) {
        this.ask = ask;
    }

    /** Returns the result for a key, from the cache or the database. */
    public V of(K key) {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            return ask.apply(key);
        }
        return remembered().answers.computeIfAbsent(key, ask);
    }

    /** Returns what is cached in this transaction; empty if nothing is, or there is no transaction. */
    public Optional<V> known(K key) {
        return TransactionSynchronizationManager.isSynchronizationActive()
                ? Optional.ofNullable(remembered().answers.get(key))
                : Optional.empty();
    }

    /** Caches a result that another statement of this transaction read. */
    public void learn(K key, V value) {
        if (TransactionSynchronizationManager.isSynchronizationActive()) {
            remembered().answers.put(key, value);
        }
    }

    /** Drops the cached result for a key, because its data has changed. */
    public void forget(K key) {
        if (TransactionSynchronizationManager.isSynchronizationActive()) {
            remembered().answers.remove(key);
        }
    }

    private Remembered<K, V> remembered() {
        @SuppressWarnings("unchecked") // only this class binds it
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

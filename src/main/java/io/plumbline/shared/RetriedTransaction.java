package io.plumbline.shared;

import java.util.function.Supplier;

/**
 * Implemented by the store: a transaction within a service method that does slow work outside any transaction, such as
 * hashing a password. It is retried where a service method would be, after a deadlock for example; the slow work is not.
 * What runs in it must have no effects outside the database.
 */
public interface RetriedTransaction {
    /** Runs the work in a transaction. Within an outer transaction it runs once: only the outermost is retried. */
    <T> T call(Supplier<T> work);

    /** Runs the work in a transaction, as {@link #call} does. */
    default void run(Runnable work) {
        call(() -> {
            work.run();
            return true;
        });
    }
}

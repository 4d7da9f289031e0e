package io.plumbline.records;

import io.plumbline.shared.NotAvailable;
import io.plumbline.shared.StaleVersion;
import io.plumbline.shared.store.Aggregate;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/** What a repository of the records of a register can do. */
public interface Register<T extends Aggregate<T>> {
    /** Flushes at once, so that the current user learns of a change by a colleague. */
    T saveAndFlush(T record);

    Optional<T> findById(UUID id);

    /** @throws NotAvailable if it does not exist */
    default T require(UUID id) {
        return findById(id).orElseThrow(NotAvailable::new);
    }

    /**
     * Returns a record as the current user saw it.
     *
     * @throws NotAvailable if it does not exist
     * @throws StaleVersion if a colleague changed it in the meantime
     */
    default T require(UUID id, long version) {
        return require(id).at(version);
    }

    /** Changes a record and saves it; refuses as {@link #require(UUID, long)}, and as the change does. */
    default void change(UUID id, long version, Consumer<T> change) {
        var record = require(id, version);
        change.accept(record);
        saveAndFlush(record);
    }
}

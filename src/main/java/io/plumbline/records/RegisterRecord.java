package io.plumbline.records;

import io.plumbline.shared.ids.Id;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.Version;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.AbstractAggregateRoot;

/**
 * A record of a register. Its version goes up with each change, and tells of one by a colleague.
 *
 * @param <R> the record itself
 */
@MappedSuperclass
public abstract class RegisterRecord<R extends RegisterRecord<R>> extends AbstractAggregateRoot<R> {
    @jakarta.persistence.Id
    private UUID id;

    @Version
    private @Nullable Long version;

    /** Gives a new record its id. */
    protected final void identify(Id next) {
        id = next.value();
    }

    /** Returns the id as it is stored. */
    protected final UUID key() {
        return id;
    }

    /** Returns whether it has the version that the current user saw. */
    boolean hasVersion(long seen) {
        return Objects.requireNonNull(version) == seen;
    }

    @SuppressWarnings("NullAway.Init") // required by JPA
    protected RegisterRecord() {}
}

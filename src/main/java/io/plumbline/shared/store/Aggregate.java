package io.plumbline.shared.store;

import io.plumbline.shared.StaleVersion;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.Version;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.AbstractAggregateRoot;
import org.springframework.data.domain.Persistable;

/**
 * An entity that has its id from the beginning, counts its changes, and publishes its events when it is saved.
 *
 * @param <A> the entity
 */
@MappedSuperclass
public abstract class Aggregate<A extends Aggregate<A>> extends AbstractAggregateRoot<A> implements Persistable<UUID> {
    /** Given where the entity begins; the entity returns it as an id of its own type. */
    @Id
    protected UUID id;

    @Version
    private @Nullable Long version;

    @SuppressWarnings("NullAway.Init") // given where the entity begins, or read by JPA
    protected Aggregate() {}

    @Override
    public UUID getId() {
        return id;
    }

    /** Asked by Spring Data, which would otherwise take what {@link #version()} returns for a stored version. */
    @Override
    public boolean isNew() {
        return version == null;
    }

    /** Returns the version that a change has to name; -1 before the entity is first saved. */
    public long version() {
        return version == null ? -1 : version;
    }

    /**
     * Returns this entity if it is as the person who changes it saw it.
     *
     * @throws StaleVersion if a colleague changed it in the meantime
     */
    @SuppressWarnings("unchecked")
    public A at(long seen) {
        StaleVersion.throwUnless(version() == seen, getClass(), id);
        return (A) this;
    }
}

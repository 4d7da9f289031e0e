package io.plumbline.shared.store;

import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.Version;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.AbstractAggregateRoot;

/** A record with an id of its own and a version, which the store counts, so that nobody overwrites a change unseen. */
@MappedSuperclass
public abstract class VersionedRoot<A extends VersionedRoot<A>> extends AbstractAggregateRoot<A> {
    /** Made with the record. */
    @Id
    protected UUID id;

    @Version
    private @Nullable Long version;

    /** Returns the number to pass with the next change; -1 of a record that is not stored yet. */
    public long version() {
        return version == null ? -1 : version;
    }

    @SuppressWarnings("NullAway.Init") // required by JPA
    protected VersionedRoot() {}
}

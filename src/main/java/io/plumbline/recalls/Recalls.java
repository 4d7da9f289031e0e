package io.plumbline.recalls;

import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;

interface Recalls extends Repository<Recall, UUID> {
    /** Flushes at once, so that a second change at the same time is noticed here. */
    Recall saveAndFlush(Recall recall);

    Optional<Recall> findById(UUID patient);
}

package io.plumbline.clinics;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.EntityGraph;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface Clinics extends Repository<Clinic, UUID> {
    /** Flushes immediately, so that a duplicate code is reported with a clear message. */
    Clinic saveAndFlush(Clinic clinic);

    Optional<Clinic> findById(UUID id);

    @EntityGraph(attributePaths = "hours")
    @Query("select c from Clinic c where c.id in :ids order by c.name")
    List<Clinic> withHours(Collection<UUID> ids);
}

package io.plumbline.schedule;

import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.EntityGraph;
import org.springframework.data.repository.Repository;

interface Appointments extends Repository<Appointment, UUID> {
    /** Flushes at once, since JDBC inserts its slots, which refer to it. */
    Appointment saveAndFlush(Appointment appointment);

    /** Loads the changes in the same read, since each change looks at the last one. */
    @EntityGraph(attributePaths = "changes")
    Optional<Appointment> findById(UUID id);
}

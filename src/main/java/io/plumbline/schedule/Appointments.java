package io.plumbline.schedule;

import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;

interface Appointments extends Repository<Appointment, UUID> {
    /** Flushes at once, since JDBC inserts its slots, which refer to it. */
    Appointment saveAndFlush(Appointment appointment);

    Optional<Appointment> findById(UUID id);
}

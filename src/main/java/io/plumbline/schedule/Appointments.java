package io.plumbline.schedule;

import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;

interface Appointments extends Repository<Appointment, UUID> {
    /** Written at once, since its slots refer to it by hand-written statements. */
    Appointment saveAndFlush(Appointment appointment);

    Optional<Appointment> findById(UUID id);
}

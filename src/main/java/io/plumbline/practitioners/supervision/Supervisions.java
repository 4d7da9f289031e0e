package io.plumbline.practitioners.supervision;

import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;

interface Supervisions extends Repository<Supervision, UUID> {
    Supervision saveAndFlush(Supervision supervision);

    void delete(Supervision supervision);

    Optional<Supervision> findById(UUID practitioner);
}

package io.plumbline.records.clinicexports;

import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;

interface ClinicExports extends Repository<ClinicExport, UUID> {
    /** Flushes at once, so that the current user learns of a change by a colleague. */
    ClinicExport saveAndFlush(ClinicExport export);

    Optional<ClinicExport> findById(UUID id);
}

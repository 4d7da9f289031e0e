package io.plumbline.imports;

import io.plumbline.shared.ids.ClinicId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface PatientImports extends Repository<PatientImport, UUID> {
    /** Flushes at once, so that whoever saves learns of a change by a colleague. */
    PatientImport saveAndFlush(PatientImport one);

    Optional<PatientImport> findById(UUID id);

    @Query("select i.id from PatientImport i where i.storedAs = :name")
    Optional<UUID> findByStoredAs(String name);

    @Query("select count(i) > 0 from PatientImport i where i.clinicId = :clinic and i.id <> :id and i.counted.done > 0"
            + " and i.changedAt > :since")
    boolean hasRunSince(ClinicId clinic, UUID id, Instant since);

    @Query(
            "select i.id from PatientImport i where i.fileDeletedAt is null and i.changedAt < :before order by i.changedAt")
    List<UUID> findKept(Instant before, Limit limit);

    @Query("select i from PatientImport i where i.clinicId in :clinics order by i.begunAt desc, i.id desc")
    List<PatientImport> findLatest(Collection<ClinicId> clinics, Limit limit);
}

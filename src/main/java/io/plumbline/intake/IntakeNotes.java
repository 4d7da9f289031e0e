package io.plumbline.intake;

import io.plumbline.shared.PatientId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface IntakeNotes extends Repository<IntakeNote, UUID> {
    /** Written at once, so that a stale version is told to who saves. */
    IntakeNote saveAndFlush(IntakeNote note);

    Optional<IntakeNote> findById(UUID id);

    @Query("""
            select n from IntakeNote n where n.status <> io.plumbline.intake.IntakeStatus.DRAFT and n.id > :last
            order by n.id""")
    List<IntakeNote> signedAfter(UUID last, Limit limit);

    @Query("""
            select new io.plumbline.intake.IntakeRow(n.id, n.clinicId, n.status, n.outcome, n.createdAt) from IntakeNote n
            where n.patientId = :patient
            order by case when n.status = io.plumbline.intake.IntakeStatus.DRAFT then 1 else 0 end, n.createdAt desc""")
    List<IntakeRow> ofPatient(PatientId patient, Limit limit);
}

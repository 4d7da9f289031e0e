package io.plumbline.intake;

import io.plumbline.shared.ids.PatientId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface IntakeNotes extends Repository<IntakeNote, UUID> {
    /** Flushes at once, so that the caller of the save learns of a stale version. */
    IntakeNote saveAndFlush(IntakeNote note);

    Optional<IntakeNote> findById(UUID id);

    @Query("""
            select n from IntakeNote n where n.status <> io.plumbline.intake.IntakeStatus.DRAFT and n.id > :last
            order by n.id""")
    List<IntakeNote> signedAfter(UUID last, Limit limit);

    @Query("""
            select new io.plumbline.intake.IntakeRow(
                new io.plumbline.shared.ids.IntakeId(n.id), n.clinicId, n.status, coalesce(c.outcome, n.outcome),
                n.createdAt)
            from IntakeNote n left join IntakeConclusion c on c.noteId = n.id
            where n.patientId = :patient
            order by case when n.status = io.plumbline.intake.IntakeStatus.DRAFT then 1 else 0 end, n.createdAt desc""")
    List<IntakeRow> findByPatient(PatientId patient, Limit limit);
}

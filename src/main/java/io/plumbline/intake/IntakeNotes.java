package io.plumbline.intake;

import io.plumbline.shared.PatientId;
import java.util.List;
import java.util.UUID;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface IntakeNotes extends Repository<IntakeNote, UUID> {
    IntakeNote save(IntakeNote note);

    @Query("""
            select new io.plumbline.intake.IntakeRow(n.id, n.clinicId, n.status, n.createdAt) from IntakeNote n
            where n.patientId = :patient order by n.patientId, n.createdAt desc""")
    List<IntakeRow> ofPatient(PatientId patient, Limit limit);
}

package io.plumbline.intake;

import io.plumbline.shared.ClinicId;
import io.plumbline.shared.Ids;
import io.plumbline.shared.PatientId;
import io.plumbline.shared.StaffId;
import io.plumbline.shared.TextLimit;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.AbstractAggregateRoot;

@Entity
@Table(name = "intake_note")
class IntakeNote extends AbstractAggregateRoot<IntakeNote> {
    @Id
    private UUID id;

    @Version
    private @Nullable Long version;

    private PatientId patientId;
    private ClinicId clinicId;

    @Enumerated(EnumType.STRING)
    private IntakeStatus status;

    private String complaint;
    private Instant createdAt;
    private StaffId createdBy;

    static IntakeNote begun(PatientId patient, ClinicId clinic, String complaint, StaffId by, Instant at) {
        var note = new IntakeNote();
        note.id = Ids.next();
        note.patientId = patient;
        note.clinicId = clinic;
        note.status = IntakeStatus.DRAFT;
        note.complaint = TextLimit.optional("The complaint", complaint, 2000);
        note.createdAt = at;
        note.createdBy = by;
        note.registerEvent(new IntakeBegun(note.id, patient));
        return note;
    }

    UUID id() {
        return id;
    }

    @SuppressWarnings("NullAway.Init") // for JPA
    protected IntakeNote() {}
}

package io.plumbline.intake;

import io.plumbline.access.RelationService;
import io.plumbline.shared.Caller;
import io.plumbline.shared.ClinicId;
import io.plumbline.shared.Ids;
import io.plumbline.shared.PatientId;
import io.plumbline.shared.Permission;
import io.plumbline.shared.Requires;
import io.plumbline.shared.Utc;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.data.domain.Limit;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Intake notes of the caller's patients. */
@Service
@Transactional(readOnly = true)
@Requires(Permission.INTAKE_READ)
public class IntakeService {
    private static final int MOST_OF_ONE = 20;

    private final IntakeNotes notes;
    private final RelationService relations;
    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    IntakeService(
            IntakeNotes notes,
            RelationService relations,
            JdbcClient jdbc,
            ApplicationEventPublisher events,
            Clock clock) {
        this.notes = notes;
        this.relations = relations;
        this.jdbc = jdbc;
        this.events = events;
        this.clock = clock;
    }

    /** The intake notes of a patient, newest first; none where the patient is not the caller's. */
    public List<IntakeRow> ofPatient(PatientId patient) {
        return relations.scopeOf(patient).isClinical(patient)
                ? notes.ofPatient(patient, Limit.of(MOST_OF_ONE))
                : List.of();
    }

    /**
     * Opens an intake note, which is put on record.
     *
     * @return empty where there is no such note, or none of a patient of the caller's: the answer is the same
     */
    @Transactional
    public Optional<IntakeDetails> open(UUID id) {
        var note = find(id).filter(found -> relations.scopeOf(found.patient()).isClinical(found.patient()));
        note.ifPresentOrElse(
                found -> events.publishEvent(new IntakeOpened(id, found.patient())),
                () -> events.publishEvent(new IntakeRefused(id)));
        return note;
    }

    /**
     * Begins an intake note for a patient of the caller's.
     *
     * @param complaint what the patient comes with, at most 2,000 characters; may still be empty
     * @throws AccessDeniedException if the patient is not in relation to the caller, or the clinic is not theirs
     */
    @Transactional
    @Requires(Permission.INTAKE_WRITE)
    public UUID begin(PatientId patient, ClinicId clinic, String complaint) {
        if (!relations.scopeOf(patient).isClinical(patient)
                || !Caller.current().clinics().contains(clinic)) {
            throw new AccessDeniedException("Not available");
        }
        return notes.save(IntakeNote.begun(
                        patient, clinic, complaint, Caller.current().staff(), clock.instant()))
                .id();
    }

    /** Begins an intake note with what a lead told us, for the chiropractor to go on with; returns nothing clinical. */
    @Transactional
    @Requires(Permission.LEAD_CONVERT)
    public void beginFromLead(PatientId patient, ClinicId clinic, String concern) {
        notes.save(IntakeNote.begun(patient, clinic, concern, Caller.current().staff(), clock.instant()));
    }

    private Optional<IntakeDetails> find(UUID id) {
        return jdbc.sql("""
                select n.id, n.patient_id, n.clinic_id, n.status, n.complaint, n.created_at, p.given_name, p.family_name
                from intake_note n join patient p on p.id = n.patient_id
                where n.id = ?""").param(Ids.bytes(id)).query(IntakeService::details).optional();
    }

    private static IntakeDetails details(ResultSet row, int n) throws SQLException {
        return new IntakeDetails(
                Ids.uuid(row.getBytes("id")),
                new PatientId(Ids.uuid(row.getBytes("patient_id"))),
                row.getString("given_name") + " " + row.getString("family_name"),
                new ClinicId(Ids.uuid(row.getBytes("clinic_id"))),
                IntakeStatus.valueOf(row.getString("status")),
                row.getString("complaint"),
                Utc.in(row, "created_at"));
    }
}

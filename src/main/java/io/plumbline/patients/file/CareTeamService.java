package io.plumbline.patients.file;

import io.plumbline.access.RelationService;
import io.plumbline.patients.PatientService;
import io.plumbline.practitioners.PractitionerService;
import io.plumbline.shared.Caller;
import io.plumbline.shared.NotAvailable;
import io.plumbline.shared.Permission;
import io.plumbline.shared.Refused;
import io.plumbline.shared.Requires;
import io.plumbline.shared.ids.PatientId;
import io.plumbline.shared.ids.StaffId;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The care team of a patient. */
@Service
@Transactional
@Requires(Permission.CARE_TEAM)
public class CareTeamService {
    private final PatientService patients;
    private final RelationService relations;
    private final PractitionerService practitioners;
    private final ApplicationEventPublisher events;

    CareTeamService(
            PatientService patients,
            RelationService relations,
            PractitionerService practitioners,
            ApplicationEventPublisher events) {
        this.patients = patients;
        this.relations = relations;
        this.practitioners = practitioners;
        this.events = events;
    }

    /**
     * Adds a practitioner to a patient's care team, which opens the chart to them.
     *
     * @throws NotAvailable if the patient does not exist or is not in relation to the caller
     * @throws Refused if the practitioner works at no clinic at which the patient is registered
     * @throws Refused if the caller sees the patient by break-glass access only; the message is for the
     *     caller
     */
    public void join(PatientId id, StaffId practitioner) {
        var patient = patients.details(id).orElseThrow(NotAvailable::new);
        if (patient.clinics().stream()
                .flatMap(clinic -> practitioners.workingAt(clinic).stream())
                .noneMatch(colleague -> colleague.id().equals(practitioner))) {
            throw new Refused("Choose someone who works where the patient is registered");
        }
        if (relations.relateByCareTeam(practitioner, id)) {
            events.publishEvent(new CareTeamEvent.Joined(practitioner, id));
        }
    }

    /**
     * Removes a practitioner from a patient's care team: the caller, or anybody if the caller may add members. The
     * chart closes to them unless an appointment or a treatment plan keeps it open.
     *
     * @return whether the caller still sees the patient
     * @throws NotAvailable if the patient does not exist or is not in relation to the caller
     * @throws AccessDeniedException if the caller removes somebody else and may not add members
     */
    @Requires(Permission.CARE_TEAM_LEAVE)
    public boolean leave(PatientId id, StaffId practitioner) {
        if (patients.details(id).isEmpty()) {
            throw new NotAvailable();
        }
        if (!practitioner.equals(Caller.current().staff()) && !Caller.may(Permission.CARE_TEAM)) {
            throw new AccessDeniedException("Not available");
        }
        if (relations.endByCareTeam(practitioner, id)) {
            events.publishEvent(new CareTeamEvent.Left(practitioner, id));
        }
        return patients.details(id).isPresent();
    }
}

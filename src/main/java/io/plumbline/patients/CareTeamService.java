package io.plumbline.patients;

import io.plumbline.access.RelationService;
import io.plumbline.practitioners.PractitionerService;
import io.plumbline.shared.Caller;
import io.plumbline.shared.PatientId;
import io.plumbline.shared.Permission;
import io.plumbline.shared.Requires;
import io.plumbline.shared.StaffId;
import java.util.NoSuchElementException;
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
     * Takes a practitioner into a patient's care team, which opens the record to them.
     *
     * @throws NoSuchElementException if there is no such patient, or none that is the caller's
     * @throws IllegalArgumentException if that practitioner works at no clinic that knows the patient
     * @throws IllegalStateException if the caller sees the patient by a reason alone, in words for them
     */
    public void join(PatientId id, StaffId practitioner) {
        var patient = patients.details(id).orElseThrow(() -> new NoSuchElementException("Not available"));
        if (patient.clinics().stream()
                .flatMap(clinic -> practitioners.workingAt(clinic).stream())
                .noneMatch(colleague -> colleague.id().equals(practitioner))) {
            throw new IllegalArgumentException("Choose somebody who works where the patient is known");
        }
        if (relations.relateByCareTeam(practitioner, id)) {
            events.publishEvent(new CareTeamJoined(practitioner, id));
        }
    }

    /**
     * Takes a practitioner out of a patient's care team: the caller themselves, or, for who may take somebody in, any.
     * The record closes to them unless an appointment or a treatment plan keeps it open.
     *
     * @return whether the caller still sees the patient
     * @throws NoSuchElementException if there is no such patient, or none that is the caller's
     * @throws AccessDeniedException if the caller takes out another and may take nobody in
     */
    @Requires(Permission.CARE_TEAM_LEAVE)
    public boolean leave(PatientId id, StaffId practitioner) {
        if (patients.details(id).isEmpty()) {
            throw new NoSuchElementException("Not available");
        }
        if (!practitioner.equals(Caller.current().staff()) && !Caller.may(Permission.CARE_TEAM)) {
            throw new AccessDeniedException("Not available");
        }
        if (relations.endByCareTeam(practitioner, id)) {
            events.publishEvent(new CareTeamLeft(practitioner, id));
        }
        return patients.details(id).isPresent();
    }
}

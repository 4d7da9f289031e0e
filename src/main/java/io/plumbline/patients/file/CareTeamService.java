package io.plumbline.patients.file;

import io.plumbline.access.PermissionTable;
import io.plumbline.access.RelationService;
import io.plumbline.access.SensitiveReaderQuery;
import io.plumbline.patients.CareTeamMember;
import io.plumbline.patients.NewEntry;
import io.plumbline.patients.PatientDetails;
import io.plumbline.patients.PatientService;
import io.plumbline.practitioners.PractitionerLabel;
import io.plumbline.practitioners.PractitionerService;
import io.plumbline.shared.CurrentUser;
import io.plumbline.shared.NotAvailable;
import io.plumbline.shared.Permission;
import io.plumbline.shared.Refused;
import io.plumbline.shared.Requires;
import io.plumbline.shared.ids.PatientId;
import io.plumbline.shared.ids.StaffId;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
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
    private final CareTeamRoleStore roles;
    private final SensitiveReaderQuery sensitive;
    private final ApplicationEventPublisher events;

    CareTeamService(
            PatientService patients,
            RelationService relations,
            PractitionerService practitioners,
            CareTeamRoleStore roles,
            SensitiveReaderQuery sensitive,
            ApplicationEventPublisher events) {
        this.patients = patients;
        this.relations = relations;
        this.practitioners = practitioners;
        this.roles = roles;
        this.sensitive = sensitive;
        this.events = events;
    }

    /**
     * Returns who can be added to the care team of a patient whom the current user has open, by name: those who work where the
     * patient is registered and are not on it; of a sensitive patient, those of them who are named for the record.
     */
    @Transactional(readOnly = true)
    public List<PractitionerLabel> findCandidates(PatientDetails opened) {
        var members = opened.careTeam().stream().map(CareTeamMember::id).collect(Collectors.toUnmodifiableSet());
        var named = opened.sensitive() ? sensitive.findNamed(opened.id()) : Set.<StaffId>of();
        return opened.clinics().stream()
                .flatMap(clinic -> practitioners.workingAt(clinic).stream())
                .filter(colleague -> !members.contains(colleague.id()))
                .filter(colleague -> !opened.sensitive() || named.contains(colleague.id()))
                .distinct()
                .toList();
    }

    /**
     * Adds a practitioner to a patient's care team, which opens the chart to them.
     *
     * @throws NotAvailable if the patient does not exist or is not in relation to the current user
     * @throws Refused if the practitioner works at no clinic at which the patient is registered
     * @throws Refused if the current user sees the patient by break-glass access only, or the patient is sensitive and the
     *     practitioner is not named for the record; the message is for the current user
     */
    public void join(PatientId id, StaffId practitioner) {
        var patient = patients.details(id).orElseThrow(NotAvailable::new);
        patient.on(id).require(NewEntry.OTHER);
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
     * States what a member does on a patient's care team.
     *
     * @param role null if it is not stated
     * @throws NotAvailable if the patient does not exist or is not in relation to the current user
     * @throws Refused if the practitioner is not on the team, another member leads already, or the current user sees the patient
     *     by break-glass access only; the message is for the current user
     */
    public void setRole(PatientId id, StaffId member, CareTeamMember.@Nullable Role role) {
        // of two who name a lead at once, the second sees the first
        patients.holdHeader(id);
        var patient = patients.details(id).orElseThrow(NotAvailable::new);
        relations.requireMoreThanReason(id, "ask the clinic manager or a colleague on the care team");
        patient.on(id).require(NewEntry.OTHER);
        var before = patient.careTeam().stream()
                .filter(one -> one.isOfTeam() && one.id().equals(member))
                .findFirst()
                .orElseThrow(() -> new Refused("This practitioner is no longer on the care team"));
        if (before.role() == role) {
            return;
        }
        if (role == CareTeamMember.Role.LEAD) {
            patient.careTeam().stream()
                    .filter(one -> one.role() == CareTeamMember.Role.LEAD)
                    .findFirst()
                    .ifPresent(lead -> {
                        throw new Refused(lead.name() + " is the lead clinician. Give them another role first");
                    });
        }
        roles.set(id, member, role);
        events.publishEvent(new CareTeamEvent.RoleChanged(
                member, id, role == null ? "none" : role.name().toLowerCase(Locale.ROOT)));
    }

    /**
     * Removes a practitioner from a patient's care team: the current user, or anybody if the current user may add members. The
     * chart closes to them unless an appointment or a treatment plan keeps it open.
     *
     * @return whether the current user still sees the patient
     * @throws NotAvailable if the patient does not exist or is not in relation to the current user
     * @throws AccessDeniedException if the current user removes somebody else and may not add members
     */
    @Requires(Permission.CARE_TEAM_LEAVE)
    public boolean leave(PatientId id, StaffId practitioner) {
        var patient = patients.details(id).orElseThrow(NotAvailable::new);
        if (!practitioner.equals(CurrentUser.current().staff()) && !mayRemoveOthers(patient)) {
            throw new AccessDeniedException("Not available");
        }
        if (relations.endByCareTeam(practitioner, id)) {
            roles.set(id, practitioner, null);
            events.publishEvent(new CareTeamEvent.Left(practitioner, id));
        }
        return patients.details(id).isPresent();
    }

    private static boolean mayRemoveOthers(PatientDetails patient) {
        var user = CurrentUser.current();
        return CurrentUser.may(Permission.CARE_TEAM)
                && (user.limits().areNone()
                        || !Collections.disjoint(
                                patient.clinics(), user.clinicsAs(PermissionTable.holdersOf(Permission.CARE_TEAM))));
    }
}

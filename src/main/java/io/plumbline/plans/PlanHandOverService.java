package io.plumbline.plans;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.minBy;

import io.plumbline.access.RelationService;
import io.plumbline.access.StaffNameQuery;
import io.plumbline.clinics.ClinicService;
import io.plumbline.patients.PatientService;
import io.plumbline.practitioners.PractitionerLabel;
import io.plumbline.practitioners.PractitionerService;
import io.plumbline.practitioners.credentials.CredentialService;
import io.plumbline.schedule.AppointmentType;
import io.plumbline.shared.CurrentUser;
import io.plumbline.shared.NotAvailable;
import io.plumbline.shared.Permission;
import io.plumbline.shared.Refused;
import io.plumbline.shared.Requires;
import io.plumbline.shared.Role;
import io.plumbline.shared.StaleVersion;
import io.plumbline.shared.ids.ClinicId;
import io.plumbline.shared.ids.PlanId;
import io.plumbline.shared.ids.StaffId;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Hands over what a practitioner has still to do in a plan. Chiropractors hand over plans of their patients, managers
 * those of their clinics.
 */
@Service
@Transactional
@Requires(Permission.PLAN_HAND_OVER)
public class PlanHandOverService {
    private final TreatmentPlans plans;
    private final PlanRevisionDrafts drafts;
    private final PlanReader reader;
    private final RelationService relations;
    private final PatientService patients;
    private final PractitionerService practitioners;
    private final CredentialService credentials;
    private final ClinicService clinics;
    private final StaffNameQuery names;
    private final Clock clock;

    PlanHandOverService(
            TreatmentPlans plans,
            PlanRevisionDrafts drafts,
            PlanReader reader,
            RelationService relations,
            PatientService patients,
            PractitionerService practitioners,
            CredentialService credentials,
            ClinicService clinics,
            StaffNameQuery names,
            Clock clock) {
        this.plans = plans;
        this.drafts = drafts;
        this.reader = reader;
        this.relations = relations;
        this.patients = patients;
        this.practitioners = practitioners;
        this.credentials = credentials;
        this.clinics = clinics;
        this.names = names;
        this.clock = clock;
    }

    /**
     * Gives the upcoming visits of a practitioner to another, and the responsibility for the plan if the one who takes
     * over is a chiropractor of the clinic. Opens the chart to the practitioner who takes over; the one who hands over
     * keeps that access for 30 days. A revision that is being written follows. Appointments stay as they are booked.
     * Does nothing if the practitioner has no part in the plan any more.
     *
     * @param version the version that the current user saw
     * @throws NotAvailable if the plan does not exist or is not the current user's to hand over
     * @throws StaleVersion if the plan was changed in the meantime
     * @throws Refused if the plan has ended, the practitioner who takes over does not work at its clinic, does not
     *     provide one of the services or has no valid credential for it, is not named for a sensitive patient, or the
     *     current user sees the patient by break-glass access only; the message is for the user
     */
    public void handOver(PlanId id, long version, StaffId from, StaffId to) {
        var plan = plans.findById(id.value()).filter(this::isMine).orElseThrow(NotAvailable::new);
        StaleVersion.throwUnless(plan.version() == version, TreatmentPlan.class, id);
        if (from.equals(to)) {
            throw new Refused("Choose a different practitioner to take over the plan");
        }
        relations.requireMoreThanReason(plan.patient(), "ask a chiropractor who treats the patient, or the manager");
        // lock the header first, so that no booking or delivery comes between the check and the hand-over
        patients.holdHeader(plan.patient());
        plans.lockRunningOf(List.of(plan.patient()));
        plans.lock(plan);
        plan.care().planned().openWith(from).stream()
                .collect(groupingBy(
                        PlannedVisit::service, mapping(PlannedVisit::plannedOn, minBy(Comparator.naturalOrder()))))
                .forEach((service, first) -> requireCanTakeOver(to, plan.clinic(), service, first.orElseThrow()));
        var isDone = plan.handOver(
                from,
                to,
                mayBeResponsible(to, plan.clinic()),
                CurrentUser.current().staff(),
                clock.instant());
        if (isDone) {
            plans.saveAndFlush(plan);
            handOverChart(plan, from, to);
        }
        drafts.findById(id.value())
                .filter(draft -> draft.handOver(
                        from, to, plan.care().draft(), plan.care().currentPhase()))
                .ifPresent(drafts::saveAndFlush);
    }

    private void handOverChart(TreatmentPlan plan, StaffId from, StaffId to) {
        var days = plan.care().planned().openRows().stream()
                .map(PlanDetails.Visit::plannedOn)
                .sorted()
                .toList();
        var today = clinics.todayAt(plan.clinic());
        relations.handOverPlan(
                from,
                to,
                plan.patient(),
                plan.id(),
                days.isEmpty() ? today : days.getFirst(),
                days.isEmpty() ? today : days.getLast(),
                plan.isResponsible(from));
    }

    /**
     * Refuses a practitioner who cannot take over a service of a plan.
     *
     * @param first the day of the first visit
     * @throws Refused if the practitioner has left, does not work at the clinic, does not provide the service, or has no
     *     valid credential for it; the message is for the user
     */
    @Transactional(readOnly = true)
    public void requireCanTakeOver(StaffId to, ClinicId clinic, AppointmentType service, LocalDate first) {
        var discipline = Objects.requireNonNull(service.discipline());
        var today = clinics.todayAt(clinic);
        credentials.requireMayBeBooked(to, discipline, first.isBefore(today) ? today : first);
        var isGiven = practitioners.workingAt(clinic).stream()
                .filter(practitioner -> practitioner.id().equals(to))
                .map(PractitionerLabel::disciplines)
                .findFirst()
                .orElseThrow(() -> new Refused(nameOf(to) + " does not work at "
                        + clinics.label(clinic).name()))
                .contains(discipline);
        if (!isGiven) {
            throw new Refused(
                    nameOf(to) + " does not provide " + service.label().toLowerCase(Locale.ROOT) + " sessions");
        }
    }

    private String nameOf(StaffId practitioner) {
        return practitioners.namesOf(Set.of(practitioner)).getOrDefault(practitioner, "This practitioner");
    }

    /** Returns whether somebody may be responsible for plans at a clinic: its chiropractors are. */
    @Transactional(readOnly = true)
    public boolean mayBeResponsible(StaffId practitioner, ClinicId clinic) {
        return names.findNamesAt(Set.of(clinic), Set.of(Role.CHIROPRACTOR)).containsKey(practitioner);
    }

    /** Returns whether a plan exists and is the current user's to hand over. */
    @Transactional(readOnly = true)
    public boolean mayHandOver(PlanId id) {
        return plans.findById(id.value()).filter(this::isMine).isPresent();
    }

    private boolean isMine(TreatmentPlan plan) {
        var user = CurrentUser.current();
        return reader.isClinical(plan) || user.clinicsAs(Role.MANAGER).contains(plan.clinic());
    }
}

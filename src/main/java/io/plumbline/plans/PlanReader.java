package io.plumbline.plans;

import io.plumbline.access.RelationService;
import io.plumbline.access.StaffNameQuery;
import io.plumbline.patients.PatientService;
import io.plumbline.practitioners.PractitionerService;
import io.plumbline.schedule.AppointmentRow;
import io.plumbline.schedule.AppointmentStatus;
import io.plumbline.schedule.ScheduleService;
import io.plumbline.shared.CurrentUser;
import io.plumbline.shared.NotAvailable;
import io.plumbline.shared.StaleVersion;
import io.plumbline.shared.ids.ClinicId;
import io.plumbline.shared.ids.PlanId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Reads a plan, as far as the current user may read it. */
@Component
class PlanReader {
    private final TreatmentPlans plans;
    private final RelationService relations;
    private final PatientService patients;
    private final ScheduleService schedule;
    private final StaffNameQuery names;
    private final PractitionerService practitioners;

    PlanReader(
            TreatmentPlans plans,
            RelationService relations,
            PatientService patients,
            ScheduleService schedule,
            StaffNameQuery names,
            PractitionerService practitioners) {
        this.plans = plans;
        this.relations = relations;
        this.patients = patients;
        this.schedule = schedule;
        this.names = names;
        this.practitioners = practitioners;
    }

    /**
     * Returns a plan of a patient in relation to the current user.
     *
     * @throws NotAvailable if the plan does not exist or its patient is not in relation to the current user
     * @throws StaleVersion if it does not have that version any more
     */
    TreatmentPlan requireMine(PlanId id, long version) {
        var plan = plans.findById(id.value()).filter(this::isClinical).orElseThrow(NotAvailable::new);
        StaleVersion.throwUnless(plan.version() == version, TreatmentPlan.class, id);
        return plan;
    }

    /** Returns whether the patient of a plan is in relation to the current user. */
    boolean isClinical(TreatmentPlan plan) {
        return relations.scopeOf(plan.patient()).isClinical(plan.patient());
    }

    /** Returns the plan; empty if the current user may not read it. */
    Optional<PlanDetails> read(TreatmentPlan plan) {
        return patients.brief(plan.patient())
                .filter(patient -> isReadable(patient.clinical(), plan.status(), plan.clinic()))
                .map(patient -> new PlanDetails(
                        plan.id(),
                        plan.version(),
                        plan.patient(),
                        patient.name(),
                        plan.clinic(),
                        plan.care().title(),
                        plan.status(),
                        plan.care().deliveredVisits(),
                        plan.care().planned().rows(),
                        plan.status() == PlanStatus.DRAFT ? null : plan.care().phaseStates(),
                        patient.clinicalHold(),
                        patient.thrustHold(),
                        plan.heldOn(),
                        patient.clinical() ? plan.care().referralOpenOn() : null,
                        history(plan, patient.clinical()),
                        handOvers(plan),
                        // for others a list of a plan that goes on would tell that the patient is to be referred
                        patient.clinical() || !plan.isActive() ? stillBooked(plan) : List.of(),
                        patient.clinical()
                                ? new PlanDetails.Clinical(plan.care().draft(), plan.intake())
                                : null));
    }

    /** Returns whether the plan is readable. Clinicians also read drafts; managers read the plans of their clinics. */
    static boolean isReadable(boolean isClinical, PlanStatus status, ClinicId clinic) {
        return isClinical
                || status != PlanStatus.DRAFT
                        && CurrentUser.current().clinicsSeen().contains(clinic);
    }

    private List<PlanDetails.Step> history(TreatmentPlan plan, boolean clinical) {
        if (plan.status() == PlanStatus.DRAFT) {
            return List.of();
        }
        var moves = clinical
                ? plans.moves(plan.id().value())
                : plans.movesWithoutReasons(plan.id().value());
        var by = names.findNames(moves.stream().map(TreatmentPlans.Moved::by).collect(Collectors.toSet()));
        return moves.stream()
                .map(move -> new PlanDetails.Step(
                        move.at(),
                        move.by(),
                        Objects.requireNonNull(by.get(move.by())),
                        move.from(),
                        move.to(),
                        move.reason()))
                .toList();
    }

    private List<PlanDetails.HandedOver> handOvers(TreatmentPlan plan) {
        var handOvers = plans.handOvers(plan.id().value());
        if (handOvers.isEmpty()) {
            return List.of();
        }
        var by = names.findNames(handOvers.stream().map(PlanHandOver::by).collect(Collectors.toSet()));
        var practitioner = practitioners.namesOf(handOvers.stream()
                .flatMap(one -> Stream.of(one.from(), one.to()))
                .collect(Collectors.toSet()));
        return handOvers.stream()
                .map(one -> new PlanDetails.HandedOver(
                        one.at(),
                        by.getOrDefault(one.by(), ""),
                        practitioner.getOrDefault(one.from(), ""),
                        practitioner.getOrDefault(one.to(), ""),
                        one.visits(),
                        one.isResponsible()))
                .toList();
    }

    /** Returns the appointments to come of a plan that rests, has ended, or whose patient is to be referred. */
    List<AppointmentRow> stillBooked(TreatmentPlan plan) {
        if (plan.isActive() && plan.care().referralOpenOn() == null
                || plan.status() == PlanStatus.DRAFT
                || plan.care().planned().openRows().stream().allMatch(visit -> visit.bookedOn() == null)) {
            return List.of();
        }
        return schedule.ahead(plan.patient()).stream()
                .filter(row -> plan.care().planned().hasBooked(row.id()))
                .filter(row -> row.status().next().contains(AppointmentStatus.CANCELLED))
                .toList();
    }
}

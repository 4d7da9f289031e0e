package io.plumbline.plans;

import io.plumbline.audit.GeneratedTrail;
import io.plumbline.patients.PatientAgreement;
import io.plumbline.schedule.AppointmentType;
import io.plumbline.shared.ids.AppointmentId;
import io.plumbline.shared.ids.ClinicId;
import io.plumbline.shared.ids.IntakeId;
import io.plumbline.shared.ids.PatientId;
import io.plumbline.shared.ids.PlanId;
import io.plumbline.shared.ids.PlannedVisitId;
import io.plumbline.shared.ids.StaffId;
import io.plumbline.taper.PlannedService;
import io.plumbline.taper.StartedCare;
import io.plumbline.taper.Taper;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Predicate;
import org.springframework.data.domain.AbstractAggregateRoot;

/** Treatment plans that run, and what was made of their visits. */
public final class GeneratedPlans {
    private final GeneratedTrail trail;

    public GeneratedPlans(GeneratedTrail trail) {
        this.trail = trail;
    }

    /** A visit of a plan, in the order of their days. */
    public record Visit(PlannedVisitId id, LocalDate on) {}

    public AbstractAggregateRoot<?> active(
            PatientId patient,
            ClinicId clinic,
            IntakeId intake,
            PlanDraft draft,
            Predicate<LocalDate> isOpen,
            StaffId by,
            Instant at) {
        var plan = TreatmentPlan.begun(patient, clinic, intake, draft, by, at);
        plan.activate(
                new StartedCare(List.of(), Taper.visits(draft.startsOn(), draft.services(), isOpen)),
                draft.phases(),
                new PatientAgreement(
                        PatientAgreement.Way.VERBAL,
                        "",
                        at.atZone(ZoneOffset.UTC).toLocalDate(),
                        null),
                PlanCautions.Answered.NOTHING,
                by,
                at);
        trail.tell(plan, by, at);
        return plan;
    }

    /** A usual course by one practitioner. */
    public static List<PlannedService> by(StaffId practitioner, AppointmentType service) {
        return Taper.usual().stream()
                .map(line -> new PlannedService(line.phase(), service, practitioner, line.frequency(), line.visits()))
                .toList();
    }

    /** Less pain within half a year. */
    public static List<PlanGoal> goals(LocalDate starts) {
        return List.of(new PlanGoal(
                "NPRS_NOW", "", BigDecimal.valueOf(6), starts, BigDecimal.valueOf(3), starts.plusMonths(6)));
    }

    public PlanId idOf(AbstractAggregateRoot<?> plan) {
        return ((TreatmentPlan) plan).id();
    }

    public List<Visit> visitsOf(AbstractAggregateRoot<?> plan) {
        return ((TreatmentPlan) plan)
                .care().planned().openRows().stream()
                        .map(row -> new Visit(row.id(), row.plannedOn()))
                        .toList();
    }

    public void book(AbstractAggregateRoot<?> plan, AppointmentType service, AppointmentId appointment, Visit visit) {
        ((TreatmentPlan) plan).care().book(service, appointment, visit.on(), visit.id());
    }

    public void deliver(AbstractAggregateRoot<?> plan, DeliveredVisit delivered, StaffId by, Instant at) {
        ((TreatmentPlan) plan).deliver(delivered);
        trail.tell(plan, by, at);
    }

    public int deliveredOf(AbstractAggregateRoot<?> plan) {
        return ((TreatmentPlan) plan).care().deliveredVisits();
    }
}

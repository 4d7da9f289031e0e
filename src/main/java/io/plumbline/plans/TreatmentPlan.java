package io.plumbline.plans;

import io.plumbline.schedule.AppointmentType;
import io.plumbline.shared.ClinicId;
import io.plumbline.shared.FlagLevel;
import io.plumbline.shared.Ids;
import io.plumbline.shared.PatientId;
import io.plumbline.shared.RecordVersions;
import io.plumbline.shared.StaffId;
import io.plumbline.shared.TextLimit;
import jakarta.persistence.CascadeType;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.AbstractAggregateRoot;

@Entity
@Table(name = "treatment_plan")
class TreatmentPlan extends AbstractAggregateRoot<TreatmentPlan> {
    private static final int MOST_SERVICES = 12;

    @Id
    private UUID id;

    @Version
    private @Nullable Long version;

    private PatientId patientId;
    private ClinicId clinicId;
    private UUID intakeId;
    private String title;
    private String reasonForCare;

    @Enumerated(EnumType.STRING)
    private PlanStatus status;

    private @Nullable LocalDate startsOn;
    private boolean agreed;
    private Instant createdAt;
    private StaffId createdBy;
    private @Nullable Instant activatedAt;
    private @Nullable StaffId activatedBy;
    private int plannedVisits;
    private int deliveredVisits;
    private @Nullable LocalDate dueOn;
    private LocalDate bookedUntil;
    private @Nullable LocalDate heldOn;
    private @Nullable LocalDate endedOn;

    @Enumerated(EnumType.STRING)
    private @Nullable FlagLevel openFlagLevel;

    private @Nullable String activeKey;

    @ElementCollection
    @CollectionTable(name = "plan_service", joinColumns = @JoinColumn(name = "plan_id"))
    @OrderColumn(name = "position")
    private List<PlannedService> services = new ArrayList<>();

    @OneToMany(cascade = {CascadeType.PERSIST, CascadeType.MERGE})
    @JoinColumn(name = "plan_id", nullable = false, updatable = false)
    @OrderBy("position")
    private List<PlannedVisit> visits = new ArrayList<>();

    @OneToMany(cascade = {CascadeType.PERSIST, CascadeType.MERGE})
    @JoinColumn(name = "plan_id", nullable = false, updatable = false)
    private List<PlanMove> moves = new ArrayList<>();

    static TreatmentPlan begun(
            PatientId patient, ClinicId clinic, UUID intake, PlanDraft draft, StaffId by, Instant at) {
        var plan = new TreatmentPlan();
        plan.id = Ids.next();
        plan.patientId = patient;
        plan.clinicId = clinic;
        plan.intakeId = intake;
        plan.status = PlanStatus.DRAFT;
        plan.createdAt = at;
        plan.createdBy = by;
        plan.bookedUntil = PlannedVisits.NEVER;
        plan.describe(draft);
        plan.registerEvent(new PlanWritten(plan.id, patient, 0, List.of("begun")));
        return plan;
    }

    /** Writes the plan while it is a draft; afterwards a change is a revision. */
    void write(PlanDraft draft) {
        if (status != PlanStatus.DRAFT) {
            throw new IllegalStateException(
                    "This plan is " + status.word().toLowerCase(Locale.ROOT) + "; only a draft is written on");
        }
        var before = draft();
        describe(draft);
        registerEvent(new PlanWritten(id, patientId, version() + 1, RecordVersions.changedFields(before, draft())));
    }

    private void describe(PlanDraft draft) {
        if (draft.services().size() > MOST_SERVICES) {
            throw new IllegalArgumentException("A plan has at most twelve lines");
        }
        title = TextLimit.required("The name of the plan", draft.title(), 120);
        reasonForCare = draft.reasonForCare();
        startsOn = draft.startsOn();
        agreed = draft.agreed();
        if (!services.equals(draft.services())) {
            services.clear();
            services.addAll(draft.services());
        }
    }

    /**
     * Puts the plan to work with the visits that its phases come to.
     *
     * @throws IllegalArgumentException if something is missing, in words for who activates
     * @throws IllegalStateException if its status does not allow it
     */
    void activate(List<Taper.Visit> expanded, StaffId by, Instant at) {
        if (status != PlanStatus.DRAFT) {
            throw new IllegalStateException(
                    "A plan that is " + status.word().toLowerCase(Locale.ROOT) + " cannot be activated");
        }
        TextLimit.required("The reason for care", reasonForCare, 200);
        if (expanded.isEmpty()) {
            throw new IllegalArgumentException("The plan has no visit yet: add a service to a phase");
        }
        if (!agreed) {
            throw new IllegalArgumentException("A plan is activated once the patient agrees to it");
        }
        for (int i = 0; i < expanded.size(); i++) {
            visits.add(PlannedVisit.of(expanded.get(i), i + 1));
        }
        moveTo(PlanStatus.ACTIVE, "", by, at);
        activatedAt = at;
        activatedBy = by;
        plannedVisits = visits.size();
        activeKey = Complaint.key(patientId, reasonForCare);
        reckon();
        registerEvent(new PlanActivated(id, patientId, plannedVisits));
    }

    /**
     * Lets the plan rest: nothing of it is booked and nothing falls behind until it is resumed. It keeps its complaint,
     * so that no second plan begins meanwhile.
     *
     * @param today the day at the clinic
     */
    void hold(String reason, StaffId by, Instant at, LocalDate today) {
        told(PlanStatus.ON_HOLD, reason, by, at);
        heldOn = today;
    }

    /**
     * Goes on with the plan: what is still to come is planned anew from today on.
     *
     * @param today the day at the clinic
     * @param isOpen whether the clinic is open on a day
     */
    void resume(String reason, StaffId by, Instant at, LocalDate today, Predicate<LocalDate> isOpen) {
        if (status != PlanStatus.ON_HOLD) {
            throw new IllegalStateException(
                    "A plan that is " + status.word().toLowerCase(Locale.ROOT) + " cannot be resumed");
        }
        told(PlanStatus.ACTIVE, reason, by, at);
        heldOn = null;
        planned().moveOnFrom(today, services, isOpen);
        reckon();
    }

    /**
     * Ends the plan for good: its open visits end with it, and its complaint is free for another plan.
     *
     * @param today the day at the clinic
     */
    void end(PlanStatus as, String reason, StaffId by, Instant at, LocalDate today) {
        told(as, reason, by, at);
        heldOn = null;
        endedOn = endedOn == null ? today : endedOn;
        activeKey = null;
    }

    private void told(PlanStatus next, String reason, StaffId by, Instant at) {
        var before = status;
        moveTo(next, TextLimit.required("The reason", reason, 400), by, at);
        registerEvent(new PlanMoved(id, patientId, before, next));
    }

    private void moveTo(PlanStatus next, String reason, StaffId by, Instant at) {
        if (!status.next().contains(next)) {
            throw new IllegalStateException("A plan that is " + status.word().toLowerCase(Locale.ROOT)
                    + " cannot become " + next.word().toLowerCase(Locale.ROOT));
        }
        moves.add(PlanMove.of(status, next, reason, by, at));
        status = next;
    }

    /** Takes an appointment as the visit that it is for, else as the next of its service that is not booked. */
    void book(AppointmentType service, UUID appointment, LocalDate on, @Nullable UUID plannedVisit) {
        planned().book(service, appointment, on, plannedVisit);
        reckon();
    }

    /** Its appointment is on another day now. */
    void rebook(UUID appointment, LocalDate on) {
        planned().bookedAs(appointment).ifPresent(visit -> visit.book(appointment, on));
        reckon();
    }

    /** Its appointment does not take place: the visit waits to be booked again. */
    void unbook(UUID appointment) {
        planned().bookedAs(appointment).filter(visit -> !visit.isDelivered()).ifPresent(PlannedVisit::unbook);
        reckon();
    }

    /** Counts a treatment as the visit that it was planned or booked as, else as the next of its service. */
    boolean deliver(DeliveredVisit delivered) {
        var visit = planned().meantBy(delivered, startsOn).filter(meant -> !isOverOn(delivered.on()));
        if (visit.isEmpty()) {
            return false;
        }
        visit.get().deliver(delivered.note(), delivered.on());
        deliveredVisits++;
        reckon();
        registerEvent(new VisitDelivered(id, patientId, visit.get().id(), deliveredVisits, plannedVisits));
        return true;
    }

    /** Whether a treatment of a day is no visit of it any more; a late note of one while it ran still counts. */
    boolean isOverOn(LocalDate day) {
        return status == PlanStatus.ENTERED_IN_ERROR || endedOn != null && day.isAfter(endedOn);
    }

    boolean plans(AppointmentType service) {
        return services.stream().anyMatch(line -> line.service() == service);
    }

    void openFlagIs(@Nullable FlagLevel level) {
        openFlagLevel = level;
    }

    /** The visits in the order of their days. */
    PlannedVisits planned() {
        return new PlannedVisits(visits.stream().sorted(PlannedVisit.BY_DAY).toList(), services);
    }

    private void reckon() {
        dueOn = planned().due().orElse(startsOn);
        bookedUntil = planned().bookedUntil();
    }

    boolean isActive() {
        return status == PlanStatus.ACTIVE;
    }

    String title() {
        return title;
    }

    PlanDraft draft() {
        return new PlanDraft(title, reasonForCare, startsOn, agreed, services);
    }

    UUID id() {
        return id;
    }

    long version() {
        return version == null ? -1 : version;
    }

    PatientId patient() {
        return patientId;
    }

    ClinicId clinic() {
        return clinicId;
    }

    UUID intake() {
        return intakeId;
    }

    PlanStatus status() {
        return status;
    }

    @Nullable
    LocalDate heldOn() {
        return heldOn;
    }

    int deliveredVisits() {
        return deliveredVisits;
    }

    @SuppressWarnings("NullAway.Init") // for JPA
    protected TreatmentPlan() {}
}

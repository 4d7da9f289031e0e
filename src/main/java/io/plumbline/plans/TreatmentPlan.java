package io.plumbline.plans;

import io.plumbline.schedule.AppointmentType;
import io.plumbline.shared.ClinicId;
import io.plumbline.shared.ContentHash;
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
import java.text.Normalizer;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
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
        if (!status.next().contains(PlanStatus.ACTIVE)) {
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
        status = PlanStatus.ACTIVE;
        activatedAt = at;
        activatedBy = by;
        plannedVisits = visits.size();
        activeKey = ContentHash.of(List.of(patientId, sameness(reasonForCare)));
        reckonDue();
        registerEvent(new PlanActivated(id, patientId, plannedVisits));
    }

    /** What two reasons for care have in common that differ only in capitals, blanks or what nobody sees. */
    private static String sameness(String reason) {
        return Normalizer.normalize(reason, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .replaceAll("\\p{C}", "")
                .replaceAll("[\\p{Z}\\s]+", " ")
                .strip();
    }

    /** Whether a visit is one of this plan. */
    boolean has(@Nullable UUID visit) {
        return visits.stream().anyMatch(planned -> planned.id().equals(visit));
    }

    /** Whether a visit of this service waits to be booked. */
    boolean wantsBooked(AppointmentType service) {
        return nextToBook(service).isPresent();
    }

    private Optional<PlannedVisit> nextToBook(AppointmentType service) {
        return visits.stream()
                .filter(visit -> visit.isOpen(service) && !visit.isBooked())
                .findFirst();
    }

    /** Takes an appointment as the visit that it is for, else as the next of its service that is not booked. */
    void book(AppointmentType service, UUID appointment, LocalDate on, @Nullable UUID plannedVisit) {
        visits.stream()
                .filter(visit -> visit.id().equals(plannedVisit))
                .findFirst()
                .or(() -> nextToBook(service))
                .ifPresent(visit -> visit.book(appointment, on));
    }

    /** Its appointment is on another day now. */
    void rebook(UUID appointment, LocalDate on) {
        bookedAs(appointment).ifPresent(visit -> visit.book(appointment, on));
    }

    /** Its appointment does not take place: the visit waits to be booked again. */
    void unbook(UUID appointment) {
        bookedAs(appointment).filter(visit -> !visit.isDelivered()).ifPresent(PlannedVisit::unbook);
    }

    private Optional<PlannedVisit> bookedAs(UUID appointment) {
        return visits.stream().filter(visit -> visit.isBookedAs(appointment)).findFirst();
    }

    /** Whether a treatment is a visit of this plan by its own word, not only by its service. */
    boolean isNamedBy(DeliveredVisit delivered) {
        return visits.stream().anyMatch(visit -> visit.isNamedBy(delivered));
    }

    /** Counts a treatment as the visit that it was planned or booked as, else as the next of its service. */
    boolean deliver(DeliveredVisit delivered) {
        var visit = planned(delivered);
        if (visit.isEmpty()) {
            return false;
        }
        visit.get().deliver(delivered.note(), delivered.on());
        deliveredVisits++;
        reckonDue();
        registerEvent(new VisitDelivered(id, patientId, visit.get().id(), deliveredVisits, plannedVisits));
        return true;
    }

    private Optional<PlannedVisit> planned(DeliveredVisit delivered) {
        var named = visits.stream().filter(visit -> visit.isNamedBy(delivered)).findFirst();
        if (named.isPresent()) {
            return named.filter(visit -> !visit.isDelivered());
        }
        if (startsOn != null && delivered.on().isBefore(startsOn)) {
            return Optional.empty();
        }
        return nextToBook(delivered.service()).or(() -> visits.stream()
                .filter(visit -> visit.isOpen(delivered.service()))
                .findFirst());
    }

    boolean hasBooked(UUID appointment) {
        return visits.stream().anyMatch(visit -> visit.isBookedAs(appointment));
    }

    boolean plans(AppointmentType service) {
        return services.stream().anyMatch(line -> line.service() == service);
    }

    void openFlagIs(@Nullable FlagLevel level) {
        openFlagLevel = level;
    }

    private void reckonDue() {
        dueOn = visits.stream()
                .filter(visit -> !visit.isDelivered())
                .map(PlannedVisit::plannedOn)
                .min(LocalDate::compareTo)
                .or(() -> visits.stream()
                        .map(PlannedVisit::deliveredOn)
                        .filter(Objects::nonNull)
                        .max(LocalDate::compareTo))
                .orElse(startsOn);
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

    List<PlanDetails.Visit> visits() {
        return visits.stream().map(PlannedVisit::row).toList();
    }

    int deliveredVisits() {
        return deliveredVisits;
    }

    @Nullable
    FlagLevel openFlagLevel() {
        return openFlagLevel;
    }

    @SuppressWarnings("NullAway.Init") // for JPA
    protected TreatmentPlan() {}
}

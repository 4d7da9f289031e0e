package io.plumbline.plans;

import io.plumbline.schedule.AppointmentRow;
import io.plumbline.schedule.AppointmentType;
import io.plumbline.shared.ClinicId;
import io.plumbline.shared.PatientId;
import io.plumbline.shared.StaffId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A treatment plan, as far as the caller may read it.
 *
 * @param version the version that a save carries
 * @param clinicalHold whether no treatment and no exercise session may be booked and no plan be activated now
 * @param thrustHold whether no adjustment may be booked or planned now
 * @param heldOn the day since which it is on hold; null while it is not
 * @param history its steps from status to status, the oldest first
 * @param stillBooked what is booked ahead for open visits of a plan that is on hold or over
 * @param clinical what only those in relation to the patient read; null for everybody else
 */
public record PlanDetails(
        UUID id,
        long version,
        PatientId patient,
        String patientName,
        ClinicId clinic,
        String title,
        PlanStatus status,
        int delivered,
        List<Visit> visits,
        boolean clinicalHold,
        boolean thrustHold,
        @Nullable LocalDate heldOn,
        List<Step> history,
        List<AppointmentRow> stillBooked,
        @Nullable Clinical clinical) {

    /** The clinical part. */
    public record Clinical(PlanDraft draft, UUID intake) {}

    /**
     * A step of the plan.
     *
     * @param reason clinical; null for those who are not in relation to the patient
     */
    public record Step(
            Instant at,
            String by,
            PlanStatus from,
            PlanStatus to,
            @Nullable String reason) {}

    /**
     * A planned visit.
     *
     * @param bookedOn the day of its appointment; null while it has none
     * @param deliveredOn the day on which it was treated; null while it was not
     */
    public record Visit(
            UUID id,
            int position,
            PlanPhase phase,
            AppointmentType service,
            StaffId practitioner,
            LocalDate plannedOn,
            @Nullable LocalDate bookedOn,
            @Nullable LocalDate deliveredOn) {}

    /** Whether the day of a visit has passed without it; nothing falls behind in a plan that is not active. */
    public boolean isMissed(Visit visit, LocalDate today) {
        return status == PlanStatus.ACTIVE
                && visit.deliveredOn() == null
                && visit.plannedOn().isBefore(today);
    }

    /** The next visit that is neither delivered nor booked from today on. */
    public Optional<Visit> nextToBook(LocalDate today) {
        return visits.stream()
                .filter(visit -> visit.deliveredOn() == null
                        && (visit.bookedOn() == null || visit.bookedOn().isBefore(today)))
                .findFirst();
    }
}

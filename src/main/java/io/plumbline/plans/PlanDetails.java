package io.plumbline.plans;

import io.plumbline.schedule.AppointmentType;
import io.plumbline.shared.ClinicId;
import io.plumbline.shared.PatientId;
import io.plumbline.shared.StaffId;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A treatment plan, as far as the caller may read it.
 *
 * @param version the version that a save carries
 * @param clinicalHold whether no manual treatment may be booked and no plan be activated now
 * @param thrustHold whether no adjustment may be booked or planned now
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
        @Nullable Clinical clinical) {

    /** The clinical part. */
    public record Clinical(PlanDraft draft, UUID intake) {}

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
            @Nullable LocalDate deliveredOn) {
        /** Whether its day has passed without it. */
        public boolean isMissed(LocalDate today) {
            return deliveredOn == null && plannedOn.isBefore(today);
        }
    }

    /** The next visit that is neither delivered nor booked from today on. */
    public Optional<Visit> nextToBook(LocalDate today) {
        return visits.stream()
                .filter(visit -> visit.deliveredOn() == null
                        && (visit.bookedOn() == null || visit.bookedOn().isBefore(today)))
                .findFirst();
    }
}

package io.plumbline.plans;

import io.plumbline.clinics.CombinedCare;
import io.plumbline.phases.PhaseStates;
import io.plumbline.phases.PlanPhase;
import io.plumbline.schedule.AppointmentRow;
import io.plumbline.schedule.AppointmentType;
import io.plumbline.shared.ids.ClinicId;
import io.plumbline.shared.ids.IntakeId;
import io.plumbline.shared.ids.PatientId;
import io.plumbline.shared.ids.PlanId;
import io.plumbline.shared.ids.PlannedVisitId;
import io.plumbline.shared.ids.StaffId;
import io.plumbline.taper.Pairing;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * A treatment plan, as far as the current user may read it.
 *
 * @param version the version to pass to the next save
 * @param phases where it is in its phases; null for a draft
 * @param clinicalHold whether no treatment and no exercise session may be booked and no plan activated now
 * @param thrustHold whether no adjustment may be booked or planned now
 * @param heldOn the day on which it was put on hold; null if it is not on hold
 * @param referralOpenOn the day on which it was decided to refer the patient, while no referral is written; null
 *     otherwise, and for those who are not in relation to the patient
 * @param history its status changes, oldest first
 * @param handOvers oldest first
 * @param stillBooked future appointments for open visits of a plan that is on hold or ended and, for those in relation to
 *     the patient, of one whose patient is to be referred
 * @param clinical what only those in relation to the patient read; null for everybody else
 */
public record PlanDetails(
        PlanId id,
        long version,
        PatientId patient,
        String patientName,
        ClinicId clinic,
        String title,
        PlanStatus status,
        int delivered,
        List<Visit> visits,
        @Nullable PhaseStates phases,
        boolean clinicalHold,
        boolean thrustHold,
        @Nullable LocalDate heldOn,
        @Nullable LocalDate referralOpenOn,
        List<Step> history,
        List<HandedOver> handOvers,
        List<AppointmentRow> stillBooked,
        @Nullable Clinical clinical) {

    /** The clinical part. */
    public record Clinical(PlanDraft draft, IntakeId intake) {}

    /**
     * A status change of the plan.
     *
     * @param reason clinical; null for those who are not in relation to the patient
     */
    public record Step(
            Instant at,
            StaffId actor,
            String by,
            PlanStatus from,
            PlanStatus to,
            @Nullable String reason) {}

    /**
     * What one practitioner had still to do in the plan went to another.
     *
     * @param visits how many visits were still to come
     * @param responsible whether the responsibility for the plan went with them
     */
    public record HandedOver(Instant at, String by, String from, String to, int visits, boolean responsible) {}

    /**
     * A planned visit.
     *
     * @param bookedOn the day of its appointment; null if it has none
     * @param deliveredOn the day of the treatment; null if not delivered
     * @param carriedOver whether it was delivered before the plan was written, on a day that nobody recorded
     */
    public record Visit(
            PlannedVisitId id,
            int position,
            PlanPhase phase,
            AppointmentType service,
            StaffId practitioner,
            LocalDate plannedOn,
            @Nullable LocalDate bookedOn,
            @Nullable LocalDate deliveredOn,
            boolean carriedOver) {
        /** Returns the day of the treatment, otherwise of the appointment, otherwise the planned one. */
        public LocalDate day() {
            if (deliveredOn != null) {
                return deliveredOn;
            }
            return bookedOn == null ? plannedOn : bookedOn;
        }
    }

    /** Returns whether the day of a visit has passed without it; nothing is missed in a plan that is not active. */
    public boolean isMissed(Visit visit, LocalDate today) {
        return status == PlanStatus.ACTIVE
                && visit.deliveredOn() == null
                && visit.plannedOn().isBefore(today);
    }

    /** Returns the state of each massage that the rule of the clinic pairs with an adjustment. */
    public Map<PlannedVisitId, Pairing.State> pairing(CombinedCare rule) {
        return Pairing.of(
                visits.stream()
                        .map(visit -> new Pairing.Treatment<>(visit.id(), visit.phase(), visit.service(), visit.day()))
                        .toList(),
                rule);
    }

    /**
     * Returns the day on which the other one of an adjustment and its massage is booked; empty if this one is not to be
     * paired. It is that of the same phase that was planned within the clinic's rule.
     */
    public Optional<LocalDate> partnerOf(Visit visit, CombinedCare rule) {
        var other =
                switch (visit.service()) {
                    case MASSAGE -> AppointmentType.ADJUSTMENT;
                    case ADJUSTMENT -> AppointmentType.MASSAGE;
                    default -> null;
                };
        return visits.stream()
                .filter(partner -> partner.service() == other
                        && partner.phase() == visit.phase()
                        && partner.deliveredOn() == null
                        && Math.abs(ChronoUnit.DAYS.between(partner.plannedOn(), visit.plannedOn()))
                                <= rule.pairWithinDays())
                .flatMap(partner -> Optional.ofNullable(partner.bookedOn()).stream())
                .findFirst();
    }

    /** Returns how many visits are missed on a day. */
    public long missed(LocalDate today) {
        return visits.stream().filter(visit -> isMissed(visit, today)).count();
    }

    /** Returns how many visits were carried over. */
    public long carriedOver() {
        return visits.stream().filter(Visit::carriedOver).count();
    }

    /**
     * Returns the share of the visits due before a day that were delivered, in percent, without those that were carried
     * over; empty if none was due.
     */
    public OptionalInt adherence(LocalDate today) {
        var due = visits.stream()
                .filter(visit -> visit.plannedOn().isBefore(today) && !visit.carriedOver())
                .toList();
        if (due.isEmpty()) {
            return OptionalInt.empty();
        }
        var delivered =
                due.stream().filter(visit -> visit.deliveredOn() != null).count();
        return OptionalInt.of((int) (100 * delivered / due.size()));
    }

    /** Returns by how many days the plan is behind: since the day of its earliest missed visit; 0 if none is missed. */
    public int driftDays(LocalDate today) {
        return visits.stream()
                .filter(visit -> isMissed(visit, today))
                .map(Visit::plannedOn)
                .min(LocalDate::compareTo)
                .map(since -> (int) ChronoUnit.DAYS.between(since, today))
                .orElse(0);
    }

    /** Returns the next visit that is neither delivered nor booked from today on. */
    public Optional<Visit> nextToBook(LocalDate today) {
        return visits.stream()
                .filter(visit -> visit.deliveredOn() == null
                        && (visit.bookedOn() == null || visit.bookedOn().isBefore(today)))
                .findFirst();
    }
}

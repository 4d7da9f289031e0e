package io.plumbline.plans;

import io.plumbline.access.PatientRecords;
import io.plumbline.clinics.ClinicService;
import io.plumbline.phases.StepProposal;
import io.plumbline.schedule.Booking;
import io.plumbline.schedule.TreatmentsAheadQuery;
import io.plumbline.schedule.TreatmentsAheadQuery.Ahead;
import io.plumbline.shared.Dates;
import io.plumbline.shared.Refused;
import io.plumbline.shared.ids.AppointmentId;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Of a plan whose course waits, nothing but the next visit is booked: its treatments of one day. A treatment of the plan
 * that names none of its visits counts as well, also where no visit is left. What is booked stays. Source: the step rules.
 */
@Component
class WaitingCourseCheck {
    private final TreatmentPlans plans;
    private final TreatmentsAheadQuery ahead;
    private final PatientRecords records;
    private final ClinicService clinics;

    WaitingCourseCheck(
            TreatmentPlans plans, TreatmentsAheadQuery ahead, PatientRecords records, ClinicService clinics) {
        this.plans = plans;
        this.ahead = ahead;
        this.records = records;
        this.clinics = clinics;
    }

    /**
     * Refuses a treatment on another day than that of the next visit, if that is booked.
     *
     * @param visit null if it names none
     * @param itself the appointment that would take place then; null if it is new
     */
    void refuseMore(Booking booking, @Nullable UUID visit, @Nullable AppointmentId itself) {
        next(booking, visit, itself)
                .filter(next -> !next.equals(booking.timeSlot().on()))
                .ifPresent(WaitingCourseCheck::refuse);
    }

    /**
     * Refuses that a later visit comes sooner: that would be more care as well. The next one may.
     *
     * @param from the day on which it is booked
     */
    void refuseSooner(LocalDate from, Booking to, @Nullable UUID visit, AppointmentId itself) {
        next(to, visit, itself)
                .filter(next ->
                        next.isBefore(from) && !next.equals(to.timeSlot().on()))
                .ifPresent(WaitingCourseCheck::refuse);
    }

    private static void refuse(LocalDate next) {
        // read by the front desk: nothing clinical
        throw new Refused("A chiropractor decides about this treatment plan first. Until then only its next visit is"
                + " booked, and that is on " + Dates.dayAndYear(next));
    }

    /** Returns the first day from today on on which a treatment of a plan that waits is booked, but for one. */
    private Optional<LocalDate> next(Booking booking, @Nullable UUID visit, @Nullable AppointmentId itself) {
        if (!booking.type().isTreatment()) {
            return Optional.empty();
        }
        var ofPatient = records.of(booking.patient());
        var waiting = plans.waiting(ofPatient, visit, visit == null, booking.type(), StepProposal.LAST_THAT_WAITS);
        if (waiting.isEmpty()) {
            return Optional.empty();
        }
        var today = clinics.todayAt(booking.clinic());
        var visits = plans.visitsAhead(waiting, today).stream()
                .filter(one -> itself == null || !itself.value().equals(one.appointment()))
                .map(TreatmentPlans.VisitAhead::on);
        var services = Set.copyOf(plans.servicesOf(waiting));
        var others = ahead.find(ofPatient, today).stream()
                .filter(one ->
                        services.contains(one.service()) && !one.appointment().equals(itself))
                .toList();
        return Stream.concat(visits, ofNoVisit(others)).min(LocalDate::compareTo);
    }

    private Stream<LocalDate> ofNoVisit(Collection<Ahead> treatments) {
        if (treatments.isEmpty()) {
            return Stream.empty();
        }
        var ofVisits = new HashSet<>(plans.bookedAsVisits(
                treatments.stream().map(one -> one.appointment().value()).collect(Collectors.toSet())));
        return treatments.stream()
                .filter(one -> !ofVisits.contains(one.appointment().value()))
                .map(Ahead::on);
    }
}

package io.plumbline.plans;

import io.plumbline.access.PatientRecords;
import io.plumbline.clinics.ClinicService;
import io.plumbline.phases.StepProposal;
import io.plumbline.schedule.Booking;
import io.plumbline.schedule.BookingGuard;
import io.plumbline.shared.Dates;
import io.plumbline.shared.Refused;
import java.util.Locale;
import org.springframework.stereotype.Component;

/**
 * Allows booking a planned visit only while its plan is active, not on hold and not ended; and only once, unless the
 * booked day has passed without the visit. Of a plan whose course waits for a decision, nothing but the next visit is
 * booked: its treatments of one day. Source: the step rules.
 */
@Component
class ActivePlanGuard implements BookingGuard {
    private final TreatmentPlans plans;
    private final PatientRecords records;
    private final ClinicService clinics;

    ActivePlanGuard(TreatmentPlans plans, PatientRecords records, ClinicService clinics) {
        this.plans = plans;
        this.records = records;
        this.clinics = clinics;
    }

    @Override
    public void check(Booking booking) {
        var visit = booking.plannedVisit();
        if (visit != null) {
            plans.bookable(visit.value(), records.of(booking.patient()))
                    .ifPresent(now -> refuseWhatIsNotToBook(now, booking));
        }
        if (booking.type().isTreatment()) {
            refuseMoreThanTheNext(booking);
        }
    }

    private void refuseMoreThanTheNext(Booking booking) {
        var visit = booking.plannedVisit();
        var booked = plans.bookedWhileWaiting(
                records.of(booking.patient()),
                visit == null ? null : visit.value(),
                visit == null,
                booking.type(),
                clinics.todayAt(booking.clinic()),
                StepProposal.LAST_THAT_WAITS);
        if (!booked.isEmpty() && !booked.getFirst().equals(booking.timeSlot().on())) {
            // read by the front desk: nothing clinical
            throw new Refused(
                    "A chiropractor decides about this treatment plan first. Until then only its next visit is"
                            + " booked, and that is on " + Dates.dayAndYear(booked.getFirst()));
        }
    }

    private void refuseWhatIsNotToBook(TreatmentPlans.Bookable visit, Booking booking) {
        if (visit.plan() != PlanStatus.ACTIVE) {
            throw new Refused("The treatment plan is " + visit.plan().label().toLowerCase(Locale.ROOT)
                    + ": its visits cannot be booked");
        }
        if (visit.deliveredOn() != null) {
            throw new Refused("This visit of the plan has already taken place");
        }
        var bookedOn = visit.bookedOn();
        if (bookedOn != null && !bookedOn.isBefore(clinics.todayAt(booking.clinic()))) {
            throw new Refused("This visit of the plan is already booked. Open the plan again to book the next one");
        }
    }
}

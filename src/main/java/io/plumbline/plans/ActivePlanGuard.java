package io.plumbline.plans;

import io.plumbline.access.PatientRecords;
import io.plumbline.clinics.ClinicService;
import io.plumbline.schedule.Booking;
import io.plumbline.schedule.BookingGuard;
import io.plumbline.shared.Refused;
import java.util.Locale;
import org.springframework.stereotype.Component;

/**
 * Allows booking a planned visit only while its plan is active, not on hold and not ended; and only once, unless the
 * booked day has passed without the visit.
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

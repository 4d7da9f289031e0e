package io.plumbline.plans;

import io.plumbline.access.PatientRecords;
import io.plumbline.clinics.ClinicService;
import io.plumbline.schedule.Booking;
import io.plumbline.schedule.BookingGuard;
import io.plumbline.shared.Refused;
import io.plumbline.shared.ids.AppointmentId;
import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Allows booking a planned visit only while its plan is active, not on hold and not ended; and only once, unless the
 * booked day has passed without the visit. Of a plan whose course waits, {@link WaitingCourseCheck} allows the next
 * visit alone.
 */
@Component
class ActivePlanGuard implements BookingGuard {
    private final TreatmentPlans plans;
    private final WaitingCourseCheck waiting;
    private final PatientRecords records;
    private final ClinicService clinics;

    ActivePlanGuard(TreatmentPlans plans, WaitingCourseCheck waiting, PatientRecords records, ClinicService clinics) {
        this.plans = plans;
        this.waiting = waiting;
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
        waiting.refuseMore(booking, visit == null ? null : visit.value(), null);
    }

    @Override
    public void checkCanceled(AppointmentId appointment, Booking as) {
        var visit = plans.visitOf(appointment.value()).orElse(null);
        if (visit != null) {
            plans.bookable(visit, records.of(as.patient())).ifPresent(ActivePlanGuard::refuseIfNotActive);
        }
        waiting.refuseMore(as, visit, appointment);
    }

    @Override
    public void checkDay(AppointmentId appointment, @Nullable LocalDate from, Booking to) {
        var visit = plans.visitOf(appointment.value()).orElse(null);
        if (from == null || from.isBefore(clinics.todayAt(to.clinic()))) {
            waiting.refuseMore(to, visit, appointment);
        } else if (to.timeSlot().on().isBefore(from)) {
            waiting.refuseSooner(from, to, visit, appointment);
        }
    }

    private void refuseWhatIsNotToBook(TreatmentPlans.Bookable visit, Booking booking) {
        refuseIfNotActive(visit);
        if (visit.deliveredOn() != null) {
            throw new Refused("This visit of the plan has already taken place");
        }
        var bookedOn = visit.bookedOn();
        if (bookedOn != null && !bookedOn.isBefore(clinics.todayAt(booking.clinic()))) {
            throw new Refused("This visit of the plan is already booked. Open the plan again to book the next one");
        }
    }

    private static void refuseIfNotActive(TreatmentPlans.Bookable visit) {
        if (visit.plan() != PlanStatus.ACTIVE) {
            throw new Refused("The treatment plan is " + visit.plan().label().toLowerCase(Locale.ROOT)
                    + ": its visits cannot be booked");
        }
    }
}

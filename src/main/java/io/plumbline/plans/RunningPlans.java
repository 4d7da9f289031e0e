package io.plumbline.plans;

import io.plumbline.schedule.Booking;
import io.plumbline.schedule.BookingGuard;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** Visits of a plan are booked while the plan is active, not while it is on hold and not when it has ended. */
@Component
class RunningPlans implements BookingGuard {
    private final TreatmentPlans plans;

    RunningPlans(TreatmentPlans plans) {
        this.plans = plans;
    }

    @Override
    public void check(Booking booking) {
        var visit = booking.plannedVisit();
        if (visit == null) {
            return;
        }
        plans.statusOfVisit(visit, booking.patient())
                .filter(status -> status != PlanStatus.ACTIVE)
                .ifPresent(status -> {
                    throw new IllegalStateException("The treatment plan is "
                            + status.word().toLowerCase(Locale.ROOT) + ": no visit of it is booked");
                });
    }
}

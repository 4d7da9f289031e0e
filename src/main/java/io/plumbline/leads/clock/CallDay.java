package io.plumbline.leads.clock;

import io.plumbline.clinics.BusinessHours;
import io.plumbline.clinics.CallTimes;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * When a person can be called today, in the local time of the clinic.
 *
 * @param open the business hours, in order; empty on a closed day
 * @param theirs the business hours that suit the person; empty if they are called on a later day
 * @param now the local time
 * @param lateFrom from when the follow-up is overdue; null if that is on another day
 * @param left the callable time until the follow-up is overdue; zero if it is. Elapsed time while the clinic has no
 *     business hours yet
 */
public record CallDay(
        List<BusinessHours> open,
        List<BusinessHours> theirs,
        LocalTime now,
        @Nullable LocalTime lateFrom,
        Duration left) {
    public CallDay {
        open = List.copyOf(open);
        theirs = List.copyOf(theirs);
    }

    /**
     * Returns the day at a clinic. If the call window cannot be met, the person is called during all business hours.
     */
    public static CallDay of(CallTimes times, CallWindow window, NextFollowUp followUp, Instant now) {
        var clinic = times.businessTime();
        var here = now.atZone(clinic.zone());
        var today = here.toLocalDate();
        var theirs = window.within(clinic, times.dayParts());
        // an agreed call and the follow-up of a consultation ignore the call window
        var isCountedInTheirs =
                !theirs.between(followUp.at(), followUp.windowEndsAt()).isZero();
        var runsIn = followUp.writeFirst() || !isCountedInTheirs ? clinic : theirs;
        var late = followUp.overdueAt().atZone(clinic.zone());
        var isToday = !followUp.at().atZone(clinic.zone()).toLocalDate().isAfter(today);
        return new CallDay(
                clinic.hoursOn(today),
                isToday ? runsIn.hoursOn(today) : List.of(),
                here.toLocalTime(),
                late.toLocalDate().equals(today) ? late.toLocalTime() : null,
                clinic.hours().isEmpty()
                        ? Duration.between(now, followUp.overdueAt())
                        : runsIn.between(now, followUp.overdueAt()));
    }

    /** Returns whether the person can be called during all business hours of this day. */
    public boolean isAllDay() {
        return !open.isEmpty() && theirs.equals(open);
    }
}

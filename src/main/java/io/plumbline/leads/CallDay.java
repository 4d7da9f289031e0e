package io.plumbline.leads;

import io.plumbline.clinics.CallTimes;
import io.plumbline.clinics.OpeningHours;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * When a person can be called on the day that it is at a clinic, in its time.
 *
 * @param open while the clinic is open, in order; nothing on a closed day
 * @param theirs what of it suits the person; nothing where they are called on a later day
 * @param now what time it is
 * @param lateFrom from when on the touch is late; null where that is another day
 * @param left how much time for calls is left until the touch is late; nothing where it is. An hour is an hour where the
 *     clinic has no hours yet
 */
public record CallDay(
        List<OpeningHours> open,
        List<OpeningHours> theirs,
        LocalTime now,
        @Nullable LocalTime lateFrom,
        Duration left) {
    public CallDay {
        open = List.copyOf(open);
        theirs = List.copyOf(theirs);
    }

    /** The day at a clinic; whose times cannot be met is called whenever it is open. */
    public static CallDay of(CallTimes times, CallWindow window, NextTouch touch, Instant now) {
        var clinic = times.opening();
        var here = now.atZone(clinic.zone());
        var today = here.toLocalDate();
        var theirs = window.within(clinic, times.dayParts());
        // an agreed call, and what follows a consultation, keep to none of their times
        var isCountedInTheirs =
                !theirs.between(touch.at(), touch.windowEndsAt()).isZero();
        var runsIn = touch.writeFirst() || !isCountedInTheirs ? clinic : theirs;
        var late = touch.overdueAt().atZone(clinic.zone());
        var isToday = !touch.at().atZone(clinic.zone()).toLocalDate().isAfter(today);
        return new CallDay(
                clinic.hoursOn(today),
                isToday ? runsIn.hoursOn(today) : List.of(),
                here.toLocalTime(),
                late.toLocalDate().equals(today) ? late.toLocalTime() : null,
                clinic.hours().isEmpty()
                        ? Duration.between(now, touch.overdueAt())
                        : runsIn.between(now, touch.overdueAt()));
    }

    /** Whether the person can be called at any time of this day. */
    public boolean isAllDay() {
        return !open.isEmpty() && theirs.equals(open);
    }
}

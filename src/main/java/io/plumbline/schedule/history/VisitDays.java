package io.plumbline.schedule.history;

import io.plumbline.shared.ids.ClinicId;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The days of a patient's visits, without who and why.
 *
 * @param clinic where the newest appointment is or was
 * @param today the current date there
 * @param lastVisitOn the last day with a visit that was neither canceled nor missed; null if there is none
 * @param missedOn the last day of a no-show, or of an appointment that was canceled too late; null if there is none
 * @param aheadOn the next day with an open appointment, also today; null if nothing is booked
 */
public record VisitDays(
        ClinicId clinic,
        LocalDate today,
        @Nullable LocalDate lastVisitOn,
        @Nullable LocalDate missedOn,
        @Nullable LocalDate aheadOn) {}

package io.plumbline.plans.worklist;

import io.plumbline.shared.ids.ClinicId;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * How often the visits of an active plan are meant to follow each other: numbers and days, no clinical content.
 *
 * @param activatedOn since when the plan is active
 * @param intervalDays the days between two visits by the current frequency
 * @param visitsLeft how many visits are not delivered yet
 * @param nextPlannedOn the day that is planned for the next visit, or on which the plan is due; null if none is recorded
 */
public record PlanPace(
        ClinicId clinic,
        LocalDate activatedOn,
        int intervalDays,
        int visitsLeft,
        @Nullable LocalDate nextPlannedOn) {}

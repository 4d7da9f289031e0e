package io.plumbline.phases;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The pain of a delivered visit of a plan.
 *
 * @param on the day at the clinic
 * @param arrived pain on arrival, 0 to 10; null if it was not recorded
 * @param left pain after the session, 0 to 10; null if it was not recorded
 */
public record VisitPain(
        LocalDate on, @Nullable Integer arrived, @Nullable Integer left) {}

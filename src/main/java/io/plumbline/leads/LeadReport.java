package io.plumbline.leads;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The leads of a period in numbers, as far as the reader sees their clinics. */
public record LeadReport(LeadFigures all, List<Part> parts, List<LostReason> lostReasons) {

    /**
     * One source, clinic, caller or week.
     *
     * @param name as the screen shows it
     * @param filter finds the leads behind the numbers; null where no filter does
     */
    public record Part(String name, @Nullable LeadFilter filter, LeadFigures figures) {}

    /** Why leads were given up, and how many. */
    public record LostReason(String reason, long leads) {}
}

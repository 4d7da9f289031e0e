package io.plumbline.leads.report;

import io.plumbline.leads.list.LeadFilter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The figures of the leads of a period, for the clinics that the reader may see. */
public record LeadReport(LeadFigures all, List<Part> parts, List<LostReason> lostReasons) {

    /**
     * A group: one source, clinic, caller or week.
     *
     * @param name the name shown on screen
     * @param filter finds the leads behind the figures; null if no filter does
     */
    public record Part(String name, @Nullable LeadFilter filter, LeadFigures figures) {}

    /** A reason for which leads were lost, and their number. */
    public record LostReason(String reason, long leads) {}
}

package io.plumbline.leads.report;

import java.time.LocalDate;
import java.util.List;

/**
 * The results of the last weeks, without waiting times.
 *
 * @param weeks the oldest first; the last one is the current week
 * @param all the weeks together
 */
public record LeadTrend(List<Week> weeks, LeadFigures all) {
    public LeadTrend {
        weeks = List.copyOf(weeks);
    }

    /** The leads received in the week from a Monday on. */
    public record Week(LocalDate monday, LeadFigures figures) {}
}

package io.plumbline.plans.worklist;

import io.plumbline.plans.PlanStatus;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * Which plans of one status a filter shows, as a condition on their columns.
 *
 * @param values those of its question marks, in order
 */
record PlanCondition(String sql, List<LocalDate> values) {
    private static final String ACTIVE = "status = 'ACTIVE'";
    private static final String AWAITS_AGREEMENT = "status = 'DRAFT' and awaits_agreement = true";

    /**
     * Returns the statuses of the plans that a filter shows.
     *
     * @param withDrafts whether the reader may read drafts
     */
    static List<PlanStatus> statusesOf(PlanFilter filter, boolean withDrafts) {
        var statuses = new ArrayList<PlanStatus>();
        switch (filter) {
            case ALL, NEEDS_YOU -> statuses.addAll(List.of(PlanStatus.ACTIVE, PlanStatus.ON_HOLD));
            case BEHIND, REVIEW, STEP, REEVALUATION, NOT_BOOKED, ENDING -> statuses.add(PlanStatus.ACTIVE);
            case ON_HOLD -> statuses.add(PlanStatus.ON_HOLD);
            case AGREEMENT -> {}
        }
        if (withDrafts
                && (filter == PlanFilter.ALL || filter == PlanFilter.NEEDS_YOU || filter == PlanFilter.AGREEMENT)) {
            statuses.add(PlanStatus.DRAFT);
        }
        return statuses;
    }

    /** @param flagged what the reader knows about a flag in force and about a referral that is open, as a condition */
    static PlanCondition of(PlanFilter filter, PlanStatus status, String flagged, LocalDate today) {
        if (status == PlanStatus.DRAFT) {
            return new PlanCondition(AWAITS_AGREEMENT, List.of());
        }
        var soon = today.plusDays(PlanRow.ENDS_WITHIN_DAYS);
        var is = "status = '" + status + "'";
        return switch (filter) {
            case ALL, ON_HOLD, AGREEMENT -> new PlanCondition(is, List.of());
            case BEHIND ->
                new PlanCondition(ACTIVE + " and due_on < ? and delivered_visits < planned_visits", List.of(today));
            case REVIEW -> new PlanCondition(ACTIVE + " and review_reason is not null", List.of());
            case STEP -> new PlanCondition(ACTIVE + " and proposed_step is not null", List.of());
            case REEVALUATION -> new PlanCondition(ACTIVE + " and reevaluate_on <= ?", List.of(today));
            case NOT_BOOKED -> notBooked(today);
            case ENDING -> new PlanCondition(ACTIVE + " and ends_on <= ?", List.of(soon));
            case NEEDS_YOU ->
                status == PlanStatus.ACTIVE
                        ? new PlanCondition(
                                is + " and (" + flagged + " or (due_on < ? or booked_until < ?)"
                                        + " and delivered_visits < planned_visits or review_reason is not null"
                                        + " or proposed_step is not null or reevaluate_on <= ? or ends_on <= ?)",
                                List.of(today, today, today, soon))
                        : new PlanCondition(is + " and " + flagged, List.of());
        };
    }

    /** Those whose patient is to be referred, also while they rest, or who is worse. */
    static List<PlanCondition> toDecideFirst() {
        return List.of(
                new PlanCondition("status in ('ACTIVE', 'ON_HOLD') and referral_open_on is not null", List.of()),
                new PlanCondition(
                        ACTIVE + " and review_reason in ('WORSE_THAN_AT_START', 'WORSE_THAN_BEFORE')", List.of()));
    }

    static PlanCondition notBooked(LocalDate today) {
        return new PlanCondition(
                ACTIVE + " and booked_until < ? and delivered_visits < planned_visits", List.of(today));
    }

    static PlanCondition active() {
        return new PlanCondition(ACTIVE, List.of());
    }
}

package io.plumbline.recalls;

import java.util.Map;

/**
 * How many patients each filter of the board shows.
 *
 * @param byDue for the chosen reason
 * @param anyReason for the chosen days
 * @param byReason for the chosen days
 */
public record RecallCounts(Map<RecallDue, Long> byDue, long anyReason, Map<RecallReason, Long> byReason) {}

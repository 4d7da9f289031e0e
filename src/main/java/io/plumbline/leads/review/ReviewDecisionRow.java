package io.plumbline.leads.review;

import io.plumbline.leads.ReviewOutcome;
import io.plumbline.shared.ids.LeadId;
import java.time.Instant;

/**
 * A recent decision of the current user on a clinical review, which they may still undo.
 *
 * @param reason in the words of the current user
 */
public record ReviewDecisionRow(
        LeadId lead, String fullName, ReviewOutcome outcome, String reason, Instant decidedAt) {}

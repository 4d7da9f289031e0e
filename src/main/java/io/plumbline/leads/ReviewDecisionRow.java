package io.plumbline.leads;

import java.time.Instant;

/** A decision about a lead that the caller made lately and may still undo. */
public record ReviewDecisionRow(LeadId lead, String fullName, ReviewOutcome outcome, Instant decidedAt) {}

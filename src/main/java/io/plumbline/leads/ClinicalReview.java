package io.plumbline.leads;

import io.plumbline.shared.FlagLevel;
import io.plumbline.shared.Refused;
import io.plumbline.shared.ids.StaffId;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OneToMany;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The clinical review of a lead: how urgent it is, who has taken it, and its decisions. A chiropractor takes it alone,
 * and every decision is kept.
 */
@Embeddable
class ClinicalReview {
    @Enumerated(EnumType.STRING)
    @Column(name = "review_level")
    private @Nullable FlagLevel level;

    @Column(name = "review_since")
    private @Nullable Instant since;

    @Column(name = "review_taken_by")
    private @Nullable StaffId takenBy;

    @Column(name = "review_taken_at")
    private @Nullable Instant takenAt;

    @OneToMany(cascade = {CascadeType.PERSIST, CascadeType.MERGE})
    @JoinColumn(name = "lead_id", nullable = false, updatable = false)
    private List<LeadReviewDecision> decisions = new ArrayList<>();

    /** Starts a review; whoever takes it next is not known yet. */
    void begin(FlagLevel mostUrgent, Instant at) {
        level = mostUrgent;
        since = at;
    }

    /** Raises the level if the new answers are more urgent; never lowers it. */
    void raise(FlagLevel answered) {
        level = level == null || answered.compareTo(level) < 0 ? answered : level;
    }

    /**
     * Records who takes the review.
     *
     * @throws Refused if a colleague has already taken it
     */
    void take(StaffId by, Instant at) {
        if (takenBy != null) {
            throw new Refused("A colleague has already taken this lead");
        }
        takenBy = by;
        takenAt = at;
    }

    /** Keeps a decision, which ends the review. */
    void decide(LeadReviewDecision decision) {
        decisions.add(decision);
        takenBy = null;
        takenAt = null;
    }

    /**
     * Undoes the last decision and assigns the review to the person who undoes it. Nobody may have worked on the lead
     * since the decision.
     *
     * @param changedBy who changed the lead last
     * @return the status to which the lead returns after the next decision
     * @throws Refused if it cannot be undone, with a message for the user
     */
    LeadStatus undo(StaffId by, Instant at, StaffId changedBy, Instant changedAt) {
        var last = decisions.stream()
                .max(Comparator.comparing(LeadReviewDecision::at))
                .orElseThrow(() -> new Refused("This lead has no decision to undo"));
        last.requireUndoable(by, at);
        if (!changedAt.equals(last.at()) || !changedBy.equals(by)) {
            throw new Refused("This lead has changed since the decision, which can no longer be undone");
        }
        last.undo(at);
        takenBy = by;
        takenAt = at;
        return last.statusBefore();
    }

    /** Creates a review that has not begun. */
    ClinicalReview() {}
}

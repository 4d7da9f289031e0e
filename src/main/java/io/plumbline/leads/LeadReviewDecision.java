package io.plumbline.leads;

import io.plumbline.shared.Refused;
import io.plumbline.shared.TextLimit;
import io.plumbline.shared.ids.Ids;
import io.plumbline.shared.ids.StaffId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A chiropractor's decision on a clinical review, with the reason. It is kept even if it is undone. */
@Entity
@Table(name = "lead_review_decision")
class LeadReviewDecision {
    private static final int LONGEST_REASON = 400;

    @Id
    private UUID id;

    @Enumerated(EnumType.STRING)
    @Column(updatable = false)
    private ReviewOutcome outcome;

    @Column(updatable = false)
    private String reason;

    @Enumerated(EnumType.STRING)
    @Column(updatable = false)
    private LeadStatus statusBefore;

    @Column(updatable = false)
    private StaffId decidedBy;

    @Column(updatable = false)
    private Instant decidedAt;

    private @Nullable Instant undoneAt;

    /**
     * Creates a decision.
     *
     * @param statusBefore the status before the review
     * @throws Refused if the reason is missing or longer than 400 characters, with a message for the
     *     user
     */
    LeadReviewDecision(ReviewOutcome outcome, String reason, LeadStatus statusBefore, StaffId by, Instant at) {
        this.id = Ids.next();
        this.outcome = outcome;
        this.reason = TextLimit.required("The reason", reason, LONGEST_REASON);
        this.statusBefore = statusBefore;
        this.decidedBy = by;
        this.decidedAt = at;
    }

    Instant at() {
        return decidedAt;
    }

    LeadStatus statusBefore() {
        return statusBefore;
    }

    /**
     * Checks that this person may undo the decision now.
     *
     * @throws Refused if somebody else decided, it is already undone, or ten minutes have passed
     */
    void requireUndoable(StaffId by, Instant at) {
        if (undoneAt != null) {
            throw new Refused("This decision was already undone");
        }
        if (!decidedBy.equals(by)) {
            throw new Refused("Only the person who decided can undo it");
        }
        if (at.isAfter(decidedAt.plus(ReviewOutcome.UNDO_WITHIN))) {
            throw new Refused("A decision can be undone for ten minutes; this one is older");
        }
    }

    void undo(Instant at) {
        undoneAt = at;
    }

    @SuppressWarnings("NullAway.Init") // for JPA
    protected LeadReviewDecision() {}
}

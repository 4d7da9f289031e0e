package io.plumbline.plans;

import io.plumbline.patients.PatientAgreement;
import io.plumbline.shared.ids.StaffId;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Embeddable;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OneToMany;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What has happened to a plan: its activation, revisions, status changes, decisions and hand-overs. Nothing of it is
 * changed.
 */
@Embeddable
class PlanLog {
    private @Nullable Instant activatedAt;
    private @Nullable StaffId activatedBy;
    private int revision;

    @OneToMany(cascade = {CascadeType.PERSIST, CascadeType.MERGE})
    @JoinColumn(name = "plan_id", nullable = false, updatable = false)
    private List<PlanRevision> revisions = new ArrayList<>();

    @OneToMany(cascade = {CascadeType.PERSIST, CascadeType.MERGE})
    @JoinColumn(name = "plan_id", nullable = false, updatable = false)
    private List<PlanMove> moves = new ArrayList<>();

    @OneToMany(cascade = {CascadeType.PERSIST, CascadeType.MERGE})
    @JoinColumn(name = "plan_id", nullable = false, updatable = false)
    private List<PlanDecision> decisions = new ArrayList<>();

    @OneToMany(cascade = {CascadeType.PERSIST, CascadeType.MERGE})
    @JoinColumn(name = "plan_id", nullable = false, updatable = false)
    private List<PlanHandOver> handOvers = new ArrayList<>();

    /**
     * Begins with what was activated, as revision 1.
     *
     * @param cautions what stood against it and what is done about it; empty if nothing did
     */
    void activate(PlanDraft activated, PatientAgreement agreement, String cautions, StaffId by, Instant at) {
        activatedAt = at;
        activatedBy = by;
        begin(activated, agreement, cautions, by, at);
    }

    private void begin(
            PlanDraft activated, @Nullable PatientAgreement agreement, String cautions, StaffId by, Instant at) {
        revision = 1;
        revisions.add(PlanRevision.activated(activated, agreement, cautions, by, at));
    }

    /**
     * Adds a revision with what the plan says now.
     *
     * @param before what it said until now
     */
    void revise(
            PlanDraft before,
            PlanDraft now,
            PlanRevisionService.Order order,
            PlanCourseChange change,
            StaffId by,
            Instant at) {
        if (revision == 0) {
            // activated before revisions were recorded
            begin(before, null, "", Objects.requireNonNull(activatedBy), Objects.requireNonNull(activatedAt));
        }
        revision++;
        revisions.add(PlanRevision.of(revision, now, order, change.added(), change.removed(), by, at));
    }

    /** Returns the number of the current revision; 1 is what was activated. */
    int revision() {
        return Math.max(1, revision);
    }

    void add(PlanMove move) {
        moves.add(move);
    }

    void add(PlanDecision decision) {
        decisions.add(decision);
    }

    void add(PlanHandOver handOver) {
        handOvers.add(handOver);
    }
}

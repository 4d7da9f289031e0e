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
import org.jspecify.annotations.Nullable;

/** What has happened to a plan: its revisions, status changes, decisions and hand-overs. Nothing of it is changed. */
@Embeddable
class PlanLog {
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

    /** Begins with what was activated, as revision 1. */
    void activate(PlanDraft activated, @Nullable PatientAgreement agreement, StaffId by, Instant at) {
        revision = 1;
        revisions.add(PlanRevision.activated(activated, agreement, by, at));
    }

    /** Adds a revision with what the plan says now. */
    void revise(PlanDraft now, PlanRevisionService.Order order, PlanCourseChange course, StaffId by, Instant at) {
        revision++;
        revisions.add(PlanRevision.of(revision, now, order, course.added(), course.removed(), by, at));
    }

    /** Returns whether it has the activation; plans that were activated before revisions were recorded have not. */
    boolean isBegun() {
        return revision > 0;
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

package io.plumbline.plans;

import io.plumbline.measures.ScoreChange.Course;
import io.plumbline.patients.PatientAgreement;
import io.plumbline.phases.PlanPhase;
import io.plumbline.phases.ReevaluationDecision;
import io.plumbline.phases.Step;
import io.plumbline.phases.StepProposal;
import io.plumbline.shared.TextLimit;
import io.plumbline.shared.ids.Ids;
import io.plumbline.shared.ids.StaffId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A decision about the course of a plan, with what was proposed and the facts at that time. It never changes. */
@Entity
@Table(name = "plan_decision")
class PlanDecision {
    private static final int LONGEST_FACTS = 4000;

    @Id
    private UUID id;

    private Instant decidedAt;
    private StaffId decidedBy;

    @Enumerated(EnumType.STRING)
    private PlanPhase phase;

    @Enumerated(EnumType.STRING)
    private PlanPhase toPhase;

    @Enumerated(EnumType.STRING)
    private @Nullable Step proposed;

    /** Null for a re-evaluation. */
    @Enumerated(EnumType.STRING)
    private @Nullable Step decided;

    /** Null for a step. */
    @Enumerated(EnumType.STRING)
    private @Nullable ReevaluationDecision reevaluation;

    @Enumerated(EnumType.STRING)
    private @Nullable Course course;

    private String reason;
    private String facts;

    @Enumerated(EnumType.STRING)
    private PatientAgreement.@Nullable Way agreement;

    private int visitsAdded;
    private int visitsRemoved;
    private String rulesVersion;
    private boolean isReferralTakenBack;

    static PlanDecision of(StepOrder order, StepProposal proposal, PlanCourseChange change, StaffId by, Instant at) {
        var decision = at(change.from(), proposal.words(), order.reason(), proposal.rulesVersion(), by, at);
        decision.toPhase = change.to();
        decision.proposed = proposal.step();
        decision.decided = order.decided();
        decision.agreement =
                order.agreement() == null ? null : order.agreement().way();
        decision.visitsAdded = change.added();
        decision.visitsRemoved = change.removed();
        return decision;
    }

    static PlanDecision reevaluated(
            ReevaluationDecision decided,
            Course course,
            PlanPhase phase,
            String facts,
            String reason,
            String rulesVersion,
            StaffId by,
            Instant at) {
        var decision = at(phase, facts, reason, rulesVersion, by, at);
        decision.reevaluation = decided;
        decision.course = course;
        return decision;
    }

    /** The decision to refer the patient is taken back before a referral was written. */
    static PlanDecision referralTakenBack(PlanPhase phase, String reason, StaffId by, Instant at) {
        var decision = at(phase, "", reason, "", by, at);
        decision.isReferralTakenBack = true;
        return decision;
    }

    private static PlanDecision at(
            PlanPhase phase, String facts, String reason, String rulesVersion, StaffId by, Instant at) {
        var decision = new PlanDecision();
        decision.id = Ids.next();
        decision.decidedAt = at;
        decision.decidedBy = by;
        decision.phase = phase;
        decision.toPhase = phase;
        decision.reason = TextLimit.optional("The reason", reason, 400);
        decision.facts = facts.substring(0, Math.min(facts.length(), LONGEST_FACTS));
        decision.rulesVersion = rulesVersion;
        return decision;
    }

    @SuppressWarnings("NullAway.Init") // required by JPA
    protected PlanDecision() {}
}

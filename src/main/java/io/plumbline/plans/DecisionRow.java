package io.plumbline.plans;

import io.plumbline.measures.ScoreChange.Course;
import io.plumbline.patients.PatientAgreement;
import io.plumbline.phases.PlanPhase;
import io.plumbline.phases.ReevaluationDecision;
import io.plumbline.phases.Step;
import io.plumbline.shared.ids.StaffId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A past decision about the course of a plan.
 *
 * @param from the phase in which it was made
 * @param to the phase in which the plan was after it
 * @param proposed what the facts proposed; null if facts were missing
 * @param decided null for a re-evaluation
 * @param reevaluation null for a step
 * @param course what the re-evaluation found; null for a step
 * @param facts what was known at that time, as sentences
 * @param visitsAdded how many planned visits it added; likewise removed
 */
public record DecisionRow(
        Instant at,
        StaffId by,
        PlanPhase from,
        PlanPhase to,
        @Nullable Step proposed,
        @Nullable Step decided,
        @Nullable ReevaluationDecision reevaluation,
        @Nullable Course course,
        String reason,
        String facts,
        PatientAgreement.@Nullable Way agreement,
        int visitsAdded,
        int visitsRemoved) {}

package io.plumbline.phases;

import io.plumbline.measures.ScoreChange.Course;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a step decision is made from: the facts of one plan, its visits and its complaint.
 *
 * @param rules those of the active phase
 * @param startedOn the day on which the active phase started
 * @param today the day at the clinic
 * @param delivered how many visits of the phase are delivered
 * @param hasNext whether a phase comes after the active one
 * @param open what is not settled about the safety of the patient
 * @param hasOpenFlag whether a red flag of any level is in force
 * @param painBefore the pain before the first of the visits, as the intake says: if earlier visits were carried over, or
 *     the first one does not tell it; otherwise null
 * @param visits those of the plan that are delivered, oldest first
 * @param functionGain by how many points the mean of the patient's activities is above its baseline; null if it was not
 *     measured again
 * @param goals those of the plan
 * @param reevaluation the state of the re-evaluation
 * @param since from when the course is judged
 */
public record StepFacts(
        PhaseRules rules,
        LocalDate startedOn,
        LocalDate today,
        int delivered,
        boolean hasNext,
        List<OpenMatter> open,
        boolean hasOpenFlag,
        @Nullable Integer painBefore,
        List<VisitPain> visits,
        @Nullable BigDecimal functionGain,
        List<GoalFact> goals,
        Reevaluation reevaluation,
        Since since) {
    public StepFacts {
        open = List.copyOf(open);
        visits = List.copyOf(visits);
        goals = List.copyOf(goals);
    }

    /**
     * The re-evaluation of a plan.
     *
     * @param dueOn the day from which one is due, by days or by visits, or with the last visit of a phase that ends with one
     * @param expectedOn the day on which it becomes due if the visits take place as planned; {@code dueOn} if that is earlier
     * @param isSoon whether four fifths of the days or visits until then have passed
     * @param lastOn the day of the last one in this phase; null if there was none
     * @param lastCourse what the last one in this phase found; null if there was none
     */
    public record Reevaluation(
            LocalDate dueOn,
            LocalDate expectedOn,
            boolean isSoon,
            @Nullable LocalDate lastOn,
            @Nullable Course lastCourse) {}

    /**
     * From when the course is judged: the start of the plan, or the last examination or revision.
     *
     * @param examinedOn the day of the last examination of a patient who was worse; null if there was none
     * @param revisedOn the day of the last revision; null if there was none
     */
    public record Since(
            @Nullable LocalDate examinedOn, @Nullable LocalDate revisedOn) {
        /** The start of the plan. */
        public static final Since START = new Since(null, null);

        /** Returns the later of the two; null if there was neither. */
        @Nullable
        LocalDate day() {
            return Stream.of(examinedOn, revisedOn)
                    .flatMap(Stream::ofNullable)
                    .max(LocalDate::compareTo)
                    .orElse(null);
        }

        /** Returns whether the plan was revised on or after a day. */
        boolean isRevisedSince(LocalDate day) {
            return revisedOn != null && !revisedOn.isBefore(day);
        }

        /** Returns whether there was either on or after a day. */
        boolean isOnOrAfter(LocalDate day) {
            var last = day();
            return last != null && !last.isBefore(day);
        }
    }

    /** Returns whether a re-evaluation is due. */
    public boolean isReevaluationDue() {
        return !today.isBefore(reevaluation.dueOn());
    }

    /** Returns the visits after the day from which the course is judged. */
    List<VisitPain> visitsSince() {
        var day = since.day();
        return visits.stream()
                .filter(visit -> day == null || visit.on().isAfter(day))
                .toList();
    }

    /** Returns pain on arrival at those visits, as far as it was recorded. */
    List<Integer> painSince() {
        return visitsSince().stream()
                .map(VisitPain::arrived)
                .filter(Objects::nonNull)
                .toList();
    }

    /**
     * Returns the pain with which that is compared: at the start of the plan, or on the day of the last examination; null
     * if none was recorded.
     */
    @Nullable
    Integer painAtStart() {
        var examined = since.examinedOn();
        if (examined != null) {
            return painBy(examined);
        }
        return painBefore != null
                ? painBefore
                : visits.stream()
                        .map(VisitPain::arrived)
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(null);
    }

    /** Returns pain on arrival from the day on from which the course is judged, with the one that counted on that day. */
    List<Integer> painFromThen() {
        var day = since.day();
        return Stream.concat(Stream.ofNullable(day == null ? painBefore : painBy(day)), painSince().stream())
                .toList();
    }

    private @Nullable Integer painBy(LocalDate day) {
        return visits.stream()
                .filter(visit -> !visit.on().isAfter(day))
                .map(VisitPain::arrived)
                .filter(Objects::nonNull)
                .reduce((earlier, later) -> later)
                .orElse(painBefore);
    }
}

package io.plumbline.plans;

import io.plumbline.measures.ScoreChange.Course;
import io.plumbline.phases.PhaseRules;
import io.plumbline.phases.PhaseStates;
import io.plumbline.phases.PlanPhase;
import io.plumbline.phases.ReviewReason;
import io.plumbline.phases.Step;
import io.plumbline.phases.StepFacts.Reevaluation;
import io.plumbline.phases.StepFacts.Since;
import io.plumbline.phases.StepProposal;
import io.plumbline.shared.ids.IntakeId;
import jakarta.persistence.Convert;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The phases of a plan: their rules, where the plan is in them, what the facts propose, and its re-evaluation. */
@Embeddable
class PlanPhases {
    @Convert(converter = PlanColumns.Rules.class)
    private List<PhaseRules> phaseRules = List.of();

    @Convert(converter = PlanColumns.States.class)
    private @Nullable PhaseStates phaseStates;

    @Enumerated(EnumType.STRING)
    private @Nullable Step proposedStep;

    @Enumerated(EnumType.STRING)
    private @Nullable ReviewReason reviewReason;

    /** The row of the step rules that answered; null before the first judgment. */
    private @Nullable Integer stepRow;

    private boolean isWorse;

    /** The intake note by which a patient who is worse is examined; null while none is begun. */
    private @Nullable UUID examinationId;

    /** From when the course is to be judged again, because time alone may change the answer; null if it does not. */
    private @Nullable Instant judgeAt;

    private @Nullable LocalDate reevaluateOn;
    private @Nullable LocalDate reevaluatedOn;

    @Enumerated(EnumType.STRING)
    private @Nullable Course reevaluatedCourse;

    private int reevaluatedVisits;
    private @Nullable LocalDate examinedOn;
    private @Nullable LocalDate revisedOn;

    /** The day on which it was decided to refer the patient, while no referral is written; otherwise null. */
    private @Nullable LocalDate referralOpenOn;

    List<PhaseRules> rules() {
        return phaseRules;
    }

    void describe(List<PhaseRules> rules) {
        phaseRules = rules;
    }

    void start(SortedSet<PlanPhase> planned, LocalDate on) {
        phaseStates = PhaseStates.startingOn(planned, on);
    }

    /**
     * Returns where the plan is. A plan that was activated before phases had a state is in the phase of its next visit.
     */
    PhaseStates states(Supplier<SortedSet<PlanPhase>> planned, List<PlannedVisit> visits, LocalDate startsOn) {
        if (phaseStates != null) {
            return phaseStates;
        }
        var current = visits.stream()
                .filter(visit -> !visit.isDelivered())
                .findFirst()
                .map(PlannedVisit::phase)
                .orElseGet(() -> planned.get().getLast());
        var since = visits.stream()
                .filter(visit -> visit.phase() == current)
                .map(PlannedVisit::deliveredOn)
                .filter(day -> day != null)
                .min(LocalDate::compareTo)
                .orElse(startsOn);
        return PhaseStates.at(planned.get(), current, since);
    }

    void stepTo(PhaseStates states) {
        phaseStates = states;
    }

    void propose(StepProposal proposal, @Nullable Instant judgeAgainAt) {
        var step = proposal.step();
        proposedStep = step == null || step.goesOn() ? null : step;
        reviewReason = proposal.review();
        stepRow = proposal.row();
        isWorse = proposal.isWorse();
        if (!isWorse) {
            examinationId = null;
        }
        judgeAt = judgeAgainAt;
    }

    /** Nothing is open until the next fact: a chiropractor has decided what was proposed. */
    void decided() {
        proposedStep = null;
        reviewReason = null;
    }

    void reevaluate(Course course, LocalDate on, int deliveredVisits) {
        reevaluatedOn = on;
        reevaluatedCourse = course;
        reevaluatedVisits = deliveredVisits;
        // what was revised before the decision is no answer to what is found now
        if (revisedOn != null && !revisedOn.isBefore(on)) {
            revisedOn = null;
        }
    }

    /** Returns whether the patient was worse when the course was judged last. */
    boolean isWorse() {
        return isWorse;
    }

    /** Returns the note by which the patient who is worse is examined; empty while none is begun. */
    Optional<IntakeId> examination() {
        return Optional.ofNullable(examinationId).map(IntakeId::new);
    }

    void examineBy(IntakeId note) {
        examinationId = note.value();
    }

    void examined(LocalDate on) {
        examinedOn = on;
        examinationId = null;
    }

    void revised(LocalDate on) {
        revisedOn = on;
    }

    /** Returns from when the course is judged. */
    Since since() {
        return new Since(examinedOn, revisedOn);
    }

    /** Opens a referral, or settles it with null: one is written, or the decision is taken back. */
    void referralIsOpen(@Nullable LocalDate since) {
        referralOpenOn = since;
    }

    @Nullable
    LocalDate referralOpenOn() {
        return referralOpenOn;
    }

    /** Returns whether the course waits for a decision, an examination or a re-evaluation. */
    boolean waits() {
        return stepRow != null && stepRow <= StepProposal.LAST_THAT_WAITS;
    }

    /** Recalculates the day from which a re-evaluation is due. */
    void recalculate(PhaseRules rules, PlannedVisits visits, LocalDate startsOn, LocalDate since) {
        reevaluateOn = dueOn(rules, visits, startsOn, since);
    }

    /**
     * Returns the state of the re-evaluation: due by days or by visits, whichever comes first, and with the last visit of a
     * phase that ends with one.
     *
     * @param since the day on which the active phase started
     */
    Reevaluation reevaluation(
            PhaseRules rules, PlannedVisits visits, LocalDate startsOn, LocalDate since, LocalDate today) {
        var days = ChronoUnit.DAYS.between(base(startsOn), today);
        var delivered = visits.deliveredDays().size() - reevaluatedVisits;
        var isSoon = days * 5 >= rules.reevaluateDays() * 4L || delivered * 5 >= rules.reevaluateVisits() * 4;
        var dueOn = dueOn(rules, visits, startsOn, since);
        return new Reevaluation(
                dueOn,
                expectedVisit(rules, visits, since)
                        .filter(day -> day.isBefore(dueOn) && !day.isBefore(today))
                        .orElse(dueOn),
                isSoon,
                isIn(since) ? reevaluatedOn : null,
                isIn(since) ? reevaluatedCourse : null);
    }

    private boolean isIn(LocalDate since) {
        return reevaluatedOn != null && !reevaluatedOn.isBefore(since);
    }

    private boolean endsPhase(PhaseRules rules, LocalDate since) {
        return rules.exit().reevaluated() && !isIn(since);
    }

    private LocalDate dueOn(PhaseRules rules, PlannedVisits visits, LocalDate startsOn, LocalDate since) {
        var delivered = visits.deliveredDays();
        var last = reevaluatedVisits + rules.reevaluateVisits();
        var usedUp = endsPhase(rules, since) ? visits.usedUpOn(rules.phase()) : Optional.<LocalDate>empty();
        return Stream.of(
                        Optional.of(base(startsOn).plusDays(rules.reevaluateDays())),
                        delivered.size() < last ? Optional.<LocalDate>empty() : Optional.of(delivered.get(last - 1)),
                        usedUp)
                .flatMap(Optional::stream)
                .min(LocalDate::compareTo)
                .orElseThrow();
    }

    /** The visit to come with which the re-evaluation becomes due, if there is one. */
    private Optional<LocalDate> expectedVisit(PhaseRules rules, PlannedVisits visits, LocalDate since) {
        var ahead = visits.openDays();
        var missing = reevaluatedVisits
                + rules.reevaluateVisits()
                - visits.deliveredDays().size();
        var ofPhase = endsPhase(rules, since) ? visits.openDays(rules.phase()) : List.<LocalDate>of();
        return Stream.concat(
                        missing < 1 || missing > ahead.size() ? Stream.empty() : Stream.of(ahead.get(missing - 1)),
                        ofPhase.isEmpty() ? Stream.empty() : Stream.of(ofPhase.getLast()))
                .min(LocalDate::compareTo);
    }

    private LocalDate base(LocalDate startsOn) {
        return reevaluatedOn == null ? startsOn : reevaluatedOn;
    }

    @SuppressWarnings("NullAway.Init") // required by JPA
    protected PlanPhases() {}
}

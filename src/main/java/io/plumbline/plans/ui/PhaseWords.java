package io.plumbline.plans.ui;

import io.plumbline.phases.ExitCriteria;
import io.plumbline.phases.Finding;
import io.plumbline.phases.Finding.Source;
import io.plumbline.phases.PhaseStates;
import io.plumbline.phases.PhaseStates.Status;
import io.plumbline.phases.StepProposal;
import io.plumbline.phases.StepRules;
import io.plumbline.plans.PlanDetails;
import io.plumbline.shared.Dates;
import java.time.LocalDate;
import java.util.ArrayList;

/** Phases in words. */
public final class PhaseWords {
    private PhaseWords() {}

    /** Returns what ends a phase. */
    public static String exit(ExitCriteria exit) {
        var words = new ArrayList<String>();
        if (exit.painAtMost() != null) {
            words.add("pain on arrival is " + exit.painAtMost() + " or less on " + exit.painVisits()
                    + (exit.painVisits() == 1 ? " visit" : " visits in a row"));
        }
        if (exit.functionGain() != null) {
            words.add("function is better by " + exit.functionGain() + " points");
        }
        if (exit.improved()) {
            words.add("a goal has improved");
        }
        if (exit.goalReached()) {
            words.add("a goal is reached");
        }
        if (exit.noOpenFlag()) {
            words.add("no red flag is open");
        }
        if (exit.reevaluated()) {
            words.add("the patient was re-evaluated");
        }
        return words.isEmpty() ? "not set" : String.join(", ", words);
    }

    /** Returns at which visit what is missing for the end of a phase is measured; empty if no visit is ahead, or nothing is. */
    static String measuredAt(PlanDetails plan, StepProposal proposal) {
        var isMeasured = proposal.row() == StepRules.EXIT_NOT_KNOWN
                && proposal.missing().stream()
                        .map(Finding::source)
                        .anyMatch(source -> source == Source.MEASURES || source == Source.GOALS);
        return plan.visits().stream()
                .filter(visit -> isMeasured && visit.deliveredOn() == null)
                .map(PlanDetails.Visit::day)
                .min(LocalDate::compareTo)
                .map(day -> "To be measured at the visit of " + Dates.dayAndYear(day) + ".")
                .orElse("");
    }

    /** Returns where a phase is, with its days. */
    static String state(PhaseStates.State state) {
        var since = state.startedOn();
        var until = state.endedOn();
        if (state.status() == Status.ACTIVE && since != null) {
            return "Active since " + Dates.day(since);
        }
        if (state.status() == Status.DONE && since != null && until != null) {
            return Dates.day(since) + " to " + Dates.day(until);
        }
        return state.status().label();
    }
}

package io.plumbline.phases;

import io.plumbline.phases.Finding.Answer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What the facts propose for a plan.
 *
 * @param row the row of the rules that answered
 * @param step null if facts are missing
 * @param beside what may be decided as well, without counting as different
 * @param why the reason, as a sentence
 * @param review what asks a clinician to look at the plan; null if nothing does
 * @param isWorse whether the patient is worse than at the start or than before, also where an earlier row answers
 * @param facts those that were used, and those that are missing, each once
 * @param rulesVersion the version of the rules that proposed it
 */
public record StepProposal(
        int row,
        @Nullable Step step,
        List<Step> beside,
        String why,
        @Nullable ReviewReason review,
        boolean isWorse,
        List<Finding> facts,
        String rulesVersion) {
    /** Up to this row the course waits for a decision, an examination or a re-evaluation. */
    public static final int LAST_THAT_WAITS = 7;

    private static final int LAST_OF_FLAGS = 2;
    private static final int LAST_THAT_IS_NOT_SETTLED = 8;
    private static final int TOO_EARLY = 9;
    private static final int ANYTHING_ELSE = 14;

    public StepProposal {
        beside = List.copyOf(beside);
        // a rule and the exit criteria may use the same fact
        var once = new LinkedHashMap<String, Finding>();
        facts.forEach(fact -> once.put(fact.words(), fact));
        facts = List.copyOf(once.values());
    }

    /** Returns whether a decision needs a reason, because it is neither what is proposed nor beside it. */
    public boolean isDifferent(Step decided) {
        return decided != step && !beside.contains(decided);
    }

    /**
     * Returns whether visits may be added and more than the next one booked: not while the course worsens, something is
     * undecided, or a re-evaluation is due.
     */
    public boolean mayExtend() {
        return row > LAST_THAT_WAITS;
    }

    /** Returns whether a step of the plan settles it, so that nothing is open until the next fact. */
    public boolean isSettledByADecision() {
        return row > LAST_THAT_IS_NOT_SETTLED;
    }

    /** Returns whether a chiropractor may choose more care, with a reason; it is never proposed. */
    public boolean mayStepUp() {
        return row == TOO_EARLY || row == ANYTHING_ELSE;
    }

    /** Returns whether it is about a red flag that holds treatment. */
    public boolean isOfFlag() {
        return row <= LAST_OF_FLAGS;
    }

    /** Returns the facts that are missing. */
    public List<Finding> missing() {
        return facts.stream().filter(fact -> fact.answer() == Answer.MISSING).toList();
    }

    /** Returns the facts as text, to be kept with a decision. */
    public String words() {
        return facts.stream().map(Finding::words).collect(Collectors.joining(". "));
    }
}

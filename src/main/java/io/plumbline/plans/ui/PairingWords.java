package io.plumbline.plans.ui;

import io.plumbline.clinics.CombinedCare;
import io.plumbline.shared.ui.StatusBadge;
import io.plumbline.taper.Pairing;
import io.plumbline.taper.Pairing.State;
import io.plumbline.taper.Taper;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Says which massages of a plan are paired with an adjustment. */
final class PairingWords {
    private PairingWords() {}

    /** Returns a sentence about visits that are not stored yet; empty if none of them is to be paired. */
    static Optional<String> of(List<Taper.Visit> visits, CombinedCare rule) {
        var treatments = IntStream.range(0, visits.size())
                .mapToObj(i -> new Pairing.Treatment<>(
                        i,
                        visits.get(i).planned().phase(),
                        visits.get(i).planned().service(),
                        visits.get(i).on()))
                .toList();
        return of(Pairing.of(treatments, rule).values(), rule);
    }

    /** Returns a sentence; empty if no massage is to be paired. */
    static Optional<String> of(Collection<State> states, CombinedCare rule) {
        var sentences = new ArrayList<String>();
        var paired = Collections.frequency(states, State.PAIRED);
        var pairs = paired + Collections.frequency(states, State.UNPAIRED);
        if (pairs > 0) {
            sentences.add(paired + " of " + pairs + (pairs == 1 ? " massage has" : " massages have") + " an adjustment "
                    + window(rule) + ".");
        }
        var due = Collections.frequency(states, State.CHECK_DUE);
        if (due > 0) {
            sentences.add("An alignment check is due with " + due + (due == 1 ? " massage" : " massages")
                    + " of maintenance care: the clinic's rule is " + every(rule) + ".");
        }
        return sentences.isEmpty() ? Optional.empty() : Optional.of(String.join(" ", sentences));
    }

    /** Returns when an adjustment is to come before its massage. */
    static String window(CombinedCare rule) {
        return switch (rule.pairWithinDays()) {
            case 0 -> "on the same day";
            case 1 -> "on the same day or the day before";
            default -> "at most " + rule.pairWithinDays() + " days before";
        };
    }

    private static String every(CombinedCare rule) {
        return rule.alignmentCheckEvery() == null || rule.alignmentCheckEvery() == 1
                ? "one with every massage"
                : "one with every " + rule.alignmentCheckEvery() + " massages";
    }

    /**
     * Returns the badge of a massage; empty if it is not to be paired.
     *
     * @param isOver whether nothing can be changed any more
     */
    static Optional<StatusBadge> badge(@Nullable State state, boolean isOver) {
        if (state == null) {
            return Optional.empty();
        }
        return Optional.of(
                switch (state) {
                    case PAIRED -> StatusBadge.neutral("Paired");
                    case UNPAIRED -> isOver ? StatusBadge.neutral("Unpaired") : StatusBadge.warn("Unpaired");
                    case CHECK_DUE ->
                        isOver ? StatusBadge.neutral("No alignment check") : StatusBadge.warn("Alignment check due");
                });
    }
}

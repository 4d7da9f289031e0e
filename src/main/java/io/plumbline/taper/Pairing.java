package io.plumbline.taper;

import io.plumbline.clinics.CombinedCare;
import io.plumbline.phases.PlanPhase;
import io.plumbline.schedule.AppointmentType;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Pairs each massage of a plan with the adjustment before it, by the rule of the clinic. In maintenance care the rule
 * for the alignment check counts instead, if the clinic has one. Source of the order: the clinic page, adjustment first.
 */
public final class Pairing {
    private Pairing() {}

    /** Whether a massage has its adjustment. */
    public enum State {
        PAIRED,
        UNPAIRED,
        /** The clinic's rule asks for an alignment check with this massage, and there is none. */
        CHECK_DUE
    }

    /**
     * A visit of a plan.
     *
     * @param on the day of the treatment, otherwise of the appointment, otherwise the planned one
     */
    public record Treatment<T>(T visit, PlanPhase phase, AppointmentType service, LocalDate on) {}

    /**
     * Returns the state of each massage that is to be paired. A massage of a phase without adjustments is not.
     *
     * @param <T> what identifies a visit
     */
    public static <T> Map<T, State> of(List<Treatment<T>> treatments, CombinedCare rule) {
        var inOrder = treatments.stream()
                .sorted(Comparator.comparing((Treatment<T> treatment) -> treatment.on())
                        .thenComparing(Treatment::service))
                .toList();
        var combined = phasesWith(inOrder, AppointmentType.ADJUSTMENT);
        combined.retainAll(phasesWith(inOrder, AppointmentType.MASSAGE));
        var isCombinedPlan = inOrder.stream().anyMatch(visit -> visit.service() == AppointmentType.ADJUSTMENT);
        var states = new HashMap<T, State>();
        var free = new ArrayList<LocalDate>();
        int sinceCheck = 0;
        for (var visit : inOrder) {
            if (visit.service() == AppointmentType.ADJUSTMENT) {
                free.add(visit.on());
                sinceCheck = 0;
            } else if (visit.service() == AppointmentType.MASSAGE) {
                var isPaired = pair(visit.on(), free, rule.pairWithinDays());
                if (visit.phase() == PlanPhase.MAINTAIN && rule.alignmentCheckEvery() != null) {
                    sinceCheck = isPaired ? 0 : sinceCheck + 1;
                    if (isPaired) {
                        states.put(visit.visit(), State.PAIRED);
                    } else if (isCombinedPlan && sinceCheck >= rule.alignmentCheckEvery()) {
                        states.put(visit.visit(), State.CHECK_DUE);
                    }
                } else if (combined.contains(visit.phase())) {
                    states.put(visit.visit(), isPaired ? State.PAIRED : State.UNPAIRED);
                }
            }
        }
        return states;
    }

    private static <T> Set<PlanPhase> phasesWith(List<Treatment<T>> treatments, AppointmentType service) {
        return treatments.stream()
                .filter(visit -> visit.service() == service)
                .map(Treatment::phase)
                .collect(Collectors.toSet());
    }

    /** Takes the latest adjustment that is close enough; returns whether there is one. */
    private static boolean pair(LocalDate massage, List<LocalDate> free, int within) {
        var earliest = massage.minusDays(within);
        for (int i = free.size() - 1; i >= 0; i--) {
            if (!free.get(i).isBefore(earliest)) {
                free.remove(i);
                return true;
            }
        }
        return false;
    }
}

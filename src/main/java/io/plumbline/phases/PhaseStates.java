package io.plumbline.phases;

import io.plumbline.shared.Refused;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;

/**
 * Where a plan is in its phases. Nothing advances by itself: each change is a decision.
 *
 * @param states in the order of care; at most one is active
 */
public record PhaseStates(List<State> states) {
    public PhaseStates {
        states = List.copyOf(states);
    }

    /** The state of a phase in a plan. */
    public enum Status {
        PENDING("Pending"),
        ACTIVE("Active"),
        DONE("Done"),
        SKIPPED("Skipped");

        private final String label;

        Status(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    /**
     * The state of one phase.
     *
     * @param startedOn the day at the clinic; null before it starts
     * @param endedOn null before it ends
     */
    public record State(
            PlanPhase phase,
            Status status,
            @Nullable LocalDate startedOn,
            @Nullable LocalDate endedOn) {}

    /** Returns the states at the start of a plan: the first phase is active. */
    public static PhaseStates startingOn(SortedSet<PlanPhase> phases, LocalDate start) {
        return at(phases, phases.getFirst(), start);
    }

    /** Returns the states of a plan that has reached a phase. */
    public static PhaseStates at(SortedSet<PlanPhase> phases, PlanPhase current, LocalDate since) {
        return new PhaseStates(phases.stream()
                .map(phase -> {
                    if (phase == current) {
                        return new State(phase, Status.ACTIVE, since, null);
                    }
                    return new State(phase, phase.compareTo(current) < 0 ? Status.DONE : Status.PENDING, null, null);
                })
                .toList());
    }

    /** Returns the active phase; empty before the plan starts. */
    public Optional<State> current() {
        return states.stream().filter(state -> state.status() == Status.ACTIVE).findFirst();
    }

    /** Returns the phase that was active on a day: the last that had begun by then; empty if none had. */
    public Optional<PlanPhase> on(LocalDate day) {
        return states.stream()
                .filter(state -> state.startedOn() != null && !state.startedOn().isAfter(day))
                .max(Comparator.comparing((State state) -> Objects.requireNonNull(state.startedOn()))
                        .thenComparing(State::phase))
                .map(State::phase);
    }

    /** Returns the phases after the active one. */
    public List<PlanPhase> later() {
        return current()
                .map(now -> states.stream()
                        .map(State::phase)
                        .filter(phase -> phase.compareTo(now.phase()) > 0)
                        .toList())
                .orElse(List.of());
    }

    /** Returns the phase before the active one. */
    public Optional<PlanPhase> earlier() {
        return current().flatMap(now -> states.stream()
                .map(State::phase)
                .filter(phase -> phase.compareTo(now.phase()) < 0)
                .reduce((first, second) -> second));
    }

    /**
     * Returns the states after a step to another phase: the active phase ends, or waits again if the step is back; what
     * lies between is skipped.
     */
    public PhaseStates stepTo(PlanPhase to, LocalDate today) {
        var from = current().orElseThrow().phase();
        var stepped = new ArrayList<State>();
        for (var state : states) {
            stepped.add(after(state, from, to, today));
        }
        return new PhaseStates(stepped);
    }

    /**
     * Returns the states of a plan whose phases were revised: a new phase is pending, and a pending one can go.
     *
     * @throws Refused if a phase that has begun would go, or a new one would come before the active one; the message is
     *     for the user
     */
    public PhaseStates revisedTo(SortedSet<PlanPhase> planned) {
        var active = current().map(State::phase).orElseThrow(() -> new Refused("All phases of this plan have ended"));
        var revised = new ArrayList<State>();
        for (var phase : PlanPhase.values()) {
            var before = states.stream().filter(state -> state.phase() == phase).findFirst();
            if (before.isPresent() && before.get().status() != Status.PENDING) {
                if (before.get().status() != Status.SKIPPED && !planned.contains(phase)) {
                    throw new Refused(phase.label() + " has begun: keep its services");
                }
                revised.add(before.get());
            } else if (planned.contains(phase)) {
                if (phase.compareTo(active) < 0) {
                    throw new Refused(
                            "The plan is in " + active.label() + ": add services to this phase or a later one");
                }
                revised.add(before.orElseGet(() -> new State(phase, Status.PENDING, null, null)));
            }
        }
        return new PhaseStates(revised);
    }

    private static State after(State state, PlanPhase from, PlanPhase to, LocalDate today) {
        var phase = state.phase();
        if (phase == to) {
            return new State(phase, Status.ACTIVE, today, null);
        }
        if (phase == from) {
            return to.compareTo(from) > 0
                    ? new State(phase, Status.DONE, state.startedOn(), today)
                    : new State(phase, Status.PENDING, null, null);
        }
        if (phase.compareTo(from) > 0 && phase.compareTo(to) < 0) {
            return new State(phase, Status.SKIPPED, null, today);
        }
        return state;
    }
}

package io.plumbline.plans;

import io.plumbline.phases.PhaseStates;
import io.plumbline.phases.PhaseStates.State;
import io.plumbline.phases.PlanPhase;
import io.plumbline.shared.Refused;
import io.plumbline.taper.PlannedService;
import io.plumbline.taper.Taper;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** What a step decision does to the phases and visits of a plan. */
class PlanCourseChange {
    private static final int MOST_MORE = 24;

    private final List<PlannedVisit> visits;
    private final LocalDate today;
    private final Predicate<LocalDate> isOpen;
    private final PlanPhase from;
    private PlanDraft draft;
    private PhaseStates states;
    private PlanPhase to;
    private int added;
    private int removed;

    /**
     * @param visits changed in place
     * @param today the day at the clinic
     */
    PlanCourseChange(
            PlanDraft draft,
            PhaseStates states,
            List<PlannedVisit> visits,
            LocalDate today,
            Predicate<LocalDate> isOpen) {
        this.draft = draft;
        this.states = states;
        this.visits = visits;
        this.today = today;
        this.isOpen = isOpen;
        from = states.current().map(State::phase).orElseThrow(() -> new Refused("All phases of this plan have ended"));
        to = from;
    }

    /** @throws Refused if the step is not possible; the message is for the user */
    void apply(StepOrder order) {
        if (order.moreVisits() < 0 || order.moreVisits() > MOST_MORE) {
            throw new Refused("Add 0 to 24 visits");
        }
        if (order.isMoreCare() && order.agreement() == null) {
            throw new Refused("The patient must agree before care grows: choose how they agreed");
        }
        switch (order.decided()) {
            case STEP_DOWN -> stepDown(order);
            case HOLD -> add(from, order.moreVisits());
            case STEP_UP -> stepUp(order.moreVisits());
            case REFER -> {}
        }
    }

    private void stepDown(StepOrder order) {
        var later = states.later();
        if (later.isEmpty()) {
            throw new Refused(from.label() + " is the last phase: complete the plan instead");
        }
        to = order.to() == null ? later.getFirst() : order.to();
        if (!later.contains(to)) {
            throw new Refused("The plan has no later phase " + to.label().toLowerCase(Locale.ROOT));
        }
        var before = visits.size();
        visits.removeIf(visit -> visit.phase().compareTo(to) < 0 && !visit.isDelivered() && !isBookedAhead(visit));
        removed = before - visits.size();
        states = states.stepTo(to, today);
        replan(startOfNextPhase());
    }

    private void stepUp(int visitsMore) {
        if (visitsMore == 0) {
            throw new Refused("Enter how many visits the patient gets at the closer frequency");
        }
        var earlier = states.earlier();
        if (earlier.isPresent()) {
            to = earlier.get();
            states = states.stepTo(to, today);
        } else {
            change(from, line -> line.frequency()
                    .denser()
                    .map(denser -> new PlannedService(
                            line.phase(), line.service(), line.practitionerId(), denser, line.visits()))
                    .orElseThrow(() -> new Refused(
                            line.service().label() + " is planned three times a week already: refer instead")));
        }
        add(to, visitsMore);
    }

    private void add(PlanPhase phase, int more) {
        if (more == 0) {
            return;
        }
        change(
                phase,
                line -> new PlannedService(
                        line.phase(), line.service(), line.practitionerId(), line.frequency(), line.visits() + more));
        var position = visits.stream().mapToInt(PlannedVisit::position).max().orElse(0);
        var last = visits.stream()
                .map(PlannedVisit::plannedOn)
                .max(Comparator.naturalOrder())
                .orElse(today);
        for (var line : draft.services()) {
            for (int i = 0; line.phase() == phase && i < more; i++) {
                position++;
                added++;
                visits.add(PlannedVisit.of(new Taper.Visit(line, last), position));
            }
        }
        replan(today);
    }

    private void change(PlanPhase phase, UnaryOperator<PlannedService> how) {
        var changed = new ArrayList<PlannedService>();
        draft.services().forEach(line -> changed.add(line.phase() == phase ? how.apply(line) : line));
        draft = draft.withServices(changed);
    }

    /** The next phase starts where the next visit of the phase before would have been. */
    private LocalDate startOfNextPhase() {
        var last = visits.stream()
                .map(PlannedVisit::deliveredOn)
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder())
                .orElse(today);
        return draft.services().stream()
                .filter(line -> line.phase() == from)
                .map(line -> line.frequency().after(last, 1))
                .filter(day -> day.isAfter(today))
                .min(Comparator.naturalOrder())
                .orElse(today);
    }

    private void replan(LocalDate start) {
        new PlannedVisits(visits.stream().sorted(PlannedVisit.BY_DAY).toList(), draft.services())
                .replanFrom(start, draft.services(), isOpen);
    }

    private boolean isBookedAhead(PlannedVisit visit) {
        return visit.bookedOn() != null && !visit.bookedOn().isBefore(today);
    }

    List<PlannedService> services() {
        return draft.services();
    }

    PhaseStates states() {
        return states;
    }

    PlanPhase from() {
        return from;
    }

    PlanPhase to() {
        return to;
    }

    int added() {
        return added;
    }

    int removed() {
        return removed;
    }
}

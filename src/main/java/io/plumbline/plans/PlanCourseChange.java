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
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a step decision or a revision does to the phases and visits of a plan. */
class PlanCourseChange {
    private static final int MOST_MORE = 24;

    private final List<PlannedVisit> visits;
    private final LocalDate today;
    private final Predicate<LocalDate> isOpen;
    private final PlanPhase from;
    private PlanDraft draft;
    private PhaseStates states;
    private PlanPhase to;
    /** Never one of a visit that is removed: new rows are written before removed ones are deleted. */
    private int position;

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
        position = visits.stream().mapToInt(PlannedVisit::position).max().orElse(0);
        from = states.current().map(State::phase).orElseThrow(() -> new Refused("All phases of this plan have ended"));
        to = from;
    }

    LocalDate today() {
        return today;
    }

    /** @throws Refused if the step is not possible; the message is for the user */
    void apply(StepOrder order) {
        if (order.moreVisits() < 0 || order.moreVisits() > MOST_MORE) {
            throw new Refused("Add 0 to 24 visits");
        }
        if (order.isMoreCare() && order.agreement() == null) {
            throw new Refused("The patient must agree before care grows: record who agreed and how");
        }
        if (order.agreement() != null) {
            order.agreement().refuseAfter(today);
        }
        switch (order.decided()) {
            case STEP_DOWN -> stepDown(order);
            case HOLD -> add(from, order.moreVisits());
            case STEP_UP -> stepUp(order.moreVisits());
            case REFER, KEEP -> {}
            case EMERGENCY, WAIT, DECIDE_FIRST, EXAMINE_AGAIN, RE_EVALUATE, CHANGE, DISCHARGE, DECIDE_WHAT_FOLLOWS ->
                throw new Refused(order.decided().label() + " is no step of the plan");
        }
    }

    /**
     * Gives each service as many visits as a revision says. Delivered visits stay; of the others, those that are booked
     * stay and the rest are planned from today on.
     *
     * @throws Refused if a phase that has ended would change, or a booked visit would go; the message is for the user
     */
    void revise(PlanDraft revised) {
        refuseChangesOfThePast(revised);
        states = states.revisedTo(revised.plannedPhases());
        var before = draft.services();
        draft = revised;
        before.stream()
                .filter(line -> lineOf(line, revised.services()).isEmpty())
                .forEach(line -> shrink(line, 0));
        // a step down removed what was left of the phases before
        var toCome = revised.services().stream()
                .filter(line -> line.phase().compareTo(from) >= 0)
                .toList();
        for (var line : toCome) {
            var delivered = visitsOf(line).filter(PlannedVisit::isDelivered).count();
            var wanted = Math.max(0, line.visits() - (int) delivered);
            shrink(line, wanted);
            grow(line, wanted);
            visitsOf(line)
                    .filter(visit -> !visit.isDelivered() && !isBookedAhead(visit))
                    .forEach(visit -> visit.giveTo(Objects.requireNonNull(line.practitionerId())));
        }
        replan(today);
    }

    private void refuseChangesOfThePast(PlanDraft revised) {
        for (var phase : PlanPhase.values()) {
            var isPast = phase.compareTo(from) < 0;
            if (isPast && !linesIn(phase, draft).equals(linesIn(phase, revised))) {
                throw new Refused(phase.label() + " has ended: its services stay as they were");
            }
        }
    }

    private static Set<PlannedService> linesIn(PlanPhase phase, PlanDraft of) {
        return of.services().stream().filter(line -> line.phase() == phase).collect(Collectors.toSet());
    }

    private static Optional<PlannedService> lineOf(PlannedService wanted, List<PlannedService> lines) {
        return lines.stream()
                .filter(line -> line.phase() == wanted.phase() && line.service() == wanted.service())
                .findFirst();
    }

    private Stream<PlannedVisit> visitsOf(PlannedService line) {
        return visits.stream().filter(visit -> visit.phase() == line.phase() && visit.service() == line.service());
    }

    private void shrink(PlannedService line, int wanted) {
        var open = visitsOf(line).filter(visit -> !visit.isDelivered()).toList();
        var free = open.stream()
                .filter(visit -> !isBookedAhead(visit))
                .sorted(PlannedVisit.BY_DAY.reversed())
                .toList();
        var tooMany = open.size() - wanted;
        if (tooMany > free.size()) {
            throw new Refused(line.service().label() + " in " + line.phase().label()
                    + " has booked visits that the revision would remove: cancel them first");
        }
        if (tooMany > 0) {
            visits.removeAll(free.subList(0, tooMany));
            removed += tooMany;
        }
    }

    private void grow(PlannedService line, int wanted) {
        var open = (int) visitsOf(line).filter(visit -> !visit.isDelivered()).count();
        for (int i = open; i < wanted; i++) {
            addOne(line);
        }
    }

    private void addOne(PlannedService line) {
        var last = visits.stream()
                .map(PlannedVisit::plannedOn)
                .max(Comparator.naturalOrder())
                .orElse(today);
        added++;
        position++;
        visits.add(PlannedVisit.of(new Taper.Visit(line, last), position));
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
        draft.services().stream().filter(line -> line.phase() == phase).forEach(line -> {
            for (int i = 0; i < more; i++) {
                addOne(line);
            }
        });
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

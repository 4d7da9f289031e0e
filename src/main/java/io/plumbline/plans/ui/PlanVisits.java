package io.plumbline.plans.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import io.plumbline.clinics.CombinedCare;
import io.plumbline.phases.PhaseStates;
import io.plumbline.phases.PhaseStates.State;
import io.plumbline.phases.PlanPhase;
import io.plumbline.plans.PlanDetails;
import io.plumbline.shared.Count;
import io.plumbline.shared.Dates;
import io.plumbline.shared.ids.StaffId;
import io.plumbline.shared.ui.Icon;
import io.plumbline.shared.ui.StatusBadge;
import io.plumbline.shared.ui.StatusBadge.Tone;
import io.plumbline.shared.ui.Ui;
import io.plumbline.taper.Pairing;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The visits of a plan, by phase. */
final class PlanVisits {
    private PlanVisits() {}

    private static Map<PlanPhase, List<PlanDetails.Visit>> byPhase(PlanDetails plan) {
        return plan.visits().stream()
                .collect(Collectors.groupingBy(
                        PlanDetails.Visit::phase, () -> new EnumMap<>(PlanPhase.class), Collectors.toList()));
    }

    /** Shows the days of the last, the next and the following visit; a day of two disciplines is one visit. */
    static Component near(PlanDetails plan, CombinedCare rule, LocalDate today) {
        var card = Ui.card("Visits");
        var given = days(plan, true);
        var open = days(plan, false);
        if (!given.isEmpty()) {
            card.add(day("Last", plan, given.lastEntry(), today));
        }
        if (!open.isEmpty()) {
            var next = next(open, today);
            card.add(day("Next", plan, next, today));
            open.remove(next.getKey());
            var after = open.higherEntry(next.getKey());
            Optional.ofNullable(after == null ? open.firstEntry() : after)
                    .ifPresent(day -> card.add(day("After", plan, day, today)));
        }
        var pairing = plan.pairing(rule).values();
        if (pairing.stream().anyMatch(one -> one != Pairing.State.PAIRED)) {
            PairingWords.of(pairing, rule)
                    .map(words -> Ui.text("muted small", words))
                    .ifPresent(card::add);
        }
        return card;
    }

    /** Returns the first day that is booked from today on; else the first one that is open. */
    private static Map.Entry<LocalDate, List<PlanDetails.Visit>> next(
            TreeMap<LocalDate, List<PlanDetails.Visit>> open, LocalDate today) {
        return open.entrySet().stream()
                .filter(day -> day.getValue().stream()
                        .anyMatch(visit ->
                                visit.bookedOn() != null && !visit.bookedOn().isBefore(today)))
                .findFirst()
                .orElseGet(open::firstEntry);
    }

    private static TreeMap<LocalDate, List<PlanDetails.Visit>> days(PlanDetails plan, boolean areGiven) {
        return plan.visits().stream()
                .filter(visit -> areGiven == (visit.deliveredOn() != null))
                .collect(Collectors.groupingBy(PlanDetails.Visit::day, TreeMap::new, Collectors.toList()));
    }

    private static Component day(
            String which, PlanDetails plan, Map.Entry<LocalDate, List<PlanDetails.Visit>> day, LocalDate today) {
        var services = day.getValue().stream()
                .map(visit -> visit.service().label())
                .distinct()
                .collect(Collectors.joining(" and "));
        var line = Ui.div("cluster");
        var first = day.getValue().getFirst();
        if (first.deliveredOn() == null
                        && (first.bookedOn() == null || first.bookedOn().isBefore(today))
                || first.carriedOver()) {
            // the others have their day in their state
            line.add(Ui.text("strong", plannedOn(first)));
        }
        day.getValue().stream()
                .map(visit -> state(plan, visit, today))
                .collect(Collectors.toMap(
                        state -> state.getElement().getTextRecursively(), state -> state, (one, same) -> one))
                .values()
                .forEach(line::add);
        return Ui.div("visit-day", Ui.text("", which), line, Ui.text("muted small", services));
    }

    /** Lists all visits by phase, folded; within, only the current phase is open, and that of the next visit. */
    static Component all(PlanDetails plan, CombinedCare rule, LocalDate today, Map<StaffId, String> names) {
        var body = Ui.div("stack-2");
        var pairing = plan.pairing(rule);
        PairingWords.of(pairing.values(), rule)
                .map(words -> Ui.text("muted", words))
                .ifPresent(body::add);
        var current = current(plan);
        var next = plan.visits().stream()
                .filter(visit -> visit.deliveredOn() == null)
                .findFirst()
                .map(PlanDetails.Visit::phase)
                .orElse(current);
        byPhase(plan).forEach((phase, visits) -> {
            var delivered =
                    visits.stream().filter(visit -> visit.deliveredOn() != null).count();
            var list = new OrderedList();
            visits.forEach(visit -> list.add(new ListItem(row(plan, visit, pairing.get(visit.id()), today, names))));
            var part = new Details(phase.label() + ", " + delivered + " of " + visits.size() + " delivered", list);
            part.setOpened(phase == current || phase == next);
            body.add(part);
        });
        return new Details("All " + Count.of(plan.visits().size(), "visit", "visits"), body);
    }

    /** The active phase; in a plan that is over, the one of its last visit. */
    private static PlanPhase current(PlanDetails plan) {
        return Optional.ofNullable(plan.phases())
                .flatMap(PhaseStates::current)
                .map(State::phase)
                .or(() -> plan.visits().stream().map(PlanDetails.Visit::phase).reduce((earlier, later) -> later))
                .orElse(PlanPhase.RELIEF);
    }

    private static Component row(
            PlanDetails plan,
            PlanDetails.Visit visit,
            Pairing.@Nullable State pairing,
            LocalDate today,
            Map<StaffId, String> names) {
        var isOver = plan.status().isOver() || visit.deliveredOn() != null;
        var states = Ui.div("cluster");
        PairingWords.badge(pairing, isOver).ifPresent(states::add);
        states.add(state(plan, visit, today));
        var who = givenBy(visit, names);
        return Ui.div(
                "visit",
                Ui.text("num", String.valueOf(visit.position())),
                Ui.div(
                        "stack-0 grow",
                        Ui.text("strong", plannedOn(visit)),
                        Ui.text(
                                "muted small",
                                who.isEmpty()
                                        ? visit.service().label()
                                        : visit.service().label() + " · " + who)),
                states);
    }

    /** Returns who gives or gave a visit; nobody recorded who gave one that was carried over. */
    static String givenBy(PlanDetails.Visit visit, Map<StaffId, String> names) {
        return visit.carriedOver() ? "" : names.getOrDefault(visit.practitioner(), "");
    }

    /** Returns the planned day; that of a visit that was carried over is not the real one. */
    static String plannedOn(PlanDetails.Visit visit) {
        return (visit.carriedOver() ? "About " : "") + Dates.dayAndYear(visit.plannedOn());
    }

    /** Returns the state of a visit. */
    static StatusBadge state(PlanDetails plan, PlanDetails.Visit visit, LocalDate today) {
        if (visit.carriedOver()) {
            return StatusBadge.ok("Carried over");
        }
        if (visit.deliveredOn() != null) {
            return StatusBadge.ok("Delivered " + Dates.day(visit.deliveredOn()));
        }
        if (visit.bookedOn() != null && !visit.bookedOn().isBefore(today)) {
            return StatusBadge.info("Booked " + Dates.day(visit.bookedOn()));
        }
        if (plan.status().isOver()) {
            return StatusBadge.neutral("Ended");
        }
        return plan.isMissed(visit, today)
                ? new StatusBadge(Tone.WARN, Icon.CROSS, "Behind")
                : StatusBadge.neutral("Planned");
    }
}

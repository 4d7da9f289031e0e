package io.plumbline.plans.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.UnorderedList;
import io.plumbline.plans.PlanDetails;
import io.plumbline.plans.PlanStatus;
import io.plumbline.shared.Dates;
import io.plumbline.shared.Routes;
import io.plumbline.shared.ui.FoldedList;
import io.plumbline.shared.ui.Icon;
import io.plumbline.shared.ui.Ui;
import java.time.Instant;
import java.util.Comparator;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;

/** The history of a plan: its status changes, and what remains although it is on hold or has ended. */
final class PlanHistory {
    /** So many changes are in sight. */
    private static final int FIRST = 2;

    private PlanHistory() {}

    /**
     * Shows each status change, the newest first, with its day, its author and, if the reader may see it, its reason.
     *
     * @param when formats a time
     */
    static Component steps(PlanDetails plan, Function<Instant, String> when) {
        record Item(Instant at, Component words) {}
        var newestFirst = Stream.concat(
                        plan.history().stream().map(step -> new Item(step.at(), move(step, when))),
                        plan.handOvers().stream().map(one -> new Item(one.at(), handedOver(one, when))))
                .sorted(Comparator.comparing(Item::at).reversed())
                .map(Item::words)
                .toList();
        return Ui.card("History", new FoldedList(newestFirst, FIRST, "changes", "steps"));
    }

    private static Component move(PlanDetails.Step step, Function<Instant, String> when) {
        var words = Ui.div(
                "stack-0 grow",
                Ui.text("strong", verb(step)),
                Ui.text("muted small", when.apply(step.at()) + " · " + step.by()));
        if (step.reason() != null && !step.reason().isEmpty()) {
            words.add(Ui.text("", step.reason()));
        }
        return words;
    }

    private static Component handedOver(PlanDetails.HandedOver one, Function<Instant, String> when) {
        var what = one.visits() == 0 ? "" : one.visits() + " upcoming " + (one.visits() == 1 ? "visit" : "visits");
        var who =
                !one.responsible() ? "" : (what.isEmpty() ? "responsibility" : " and responsibility") + " for the plan";
        return Ui.div(
                "stack-0 grow",
                Ui.text("strong", "Handed over"),
                Ui.text("muted small", when.apply(one.at()) + " · " + one.by()),
                Ui.text("", "From " + one.from() + " to " + one.to() + ": " + what + who));
    }

    /** Returns what happened to the plan. */
    static String verb(PlanDetails.Step step) {
        if (step.to() == PlanStatus.ACTIVE) {
            return step.from() == PlanStatus.DRAFT ? "Activated" : "Resumed";
        }
        return step.to().label();
    }

    /** Shows the appointments of the plan's open visits that are not canceled. */
    static Component stillBooked(PlanDetails plan) {
        var list = new UnorderedList();
        for (var row : plan.stillBooked()) {
            list.add(new ListItem(new Anchor(
                    Routes.patient(plan.patient()),
                    Dates.dayAndTime(row.on(), row.at(), "") + ", "
                            + row.type().label().toLowerCase(Locale.ROOT) + " with " + row.practitionerName())));
        }
        return Ui.card(
                "Still booked",
                Ui.text(
                        "muted",
                        plan.status() == PlanStatus.ON_HOLD
                                ? "Agreed before the plan was put on hold. Call the patient if it should not take place."
                                : "Agreed before the plan ended. Call the patient if it should not take place."),
                list);
    }

    /** Returns since when a plan is on hold, and why. */
    static Component rests(PlanDetails plan) {
        var reason = plan.history().getLast().reason();
        var banner = Ui.div(
                "banner tone-neutral",
                Icon.PAUSE.create(),
                Ui.div(
                        "stack-0",
                        Ui.text("strong", "On hold since " + Dates.day(Objects.requireNonNull(plan.heldOn()))),
                        Ui.text("", reason == null ? "No visits are booked and none fall behind." : reason)));
        banner.getElement().setAttribute("role", "status");
        return banner;
    }
}

package io.plumbline.plans.ui.handover;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.progressbar.ProgressBar;
import io.plumbline.plans.handover.HandOverRow;
import io.plumbline.plans.handover.HandOverService;
import io.plumbline.plans.handover.HandOverService.Outcome;
import io.plumbline.shared.Dates;
import io.plumbline.shared.Routes;
import io.plumbline.shared.ids.StaffId;
import io.plumbline.shared.ui.Ui;
import io.plumbline.shared.ui.cover.Cover;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.security.concurrent.DelegatingSecurityContextRunnable;
import org.springframework.transaction.TransactionException;

/**
 * Hands plans over in a background thread, shows the progress, and then what is left to do by hand. Stopping keeps what
 * is done; the plans that remain are still in the list.
 */
class HandOverRun extends Composite<Div> {
    private static final Logger LOG = LoggerFactory.getLogger(HandOverRun.class);

    private final HandOverService handOvers;
    private final List<HandOverRow> plans;
    private final StaffId from;
    private final StaffId to;
    private final Map<StaffId, String> names;
    private final Runnable ended;
    private final AtomicBoolean isStopped = new AtomicBoolean();
    private final ProgressBar bar;
    private final Div said = Ui.div("stack-1");

    /** @param ended runs when it has ended, on the screen */
    HandOverRun(
            HandOverService handOvers,
            List<HandOverRow> plans,
            StaffId from,
            StaffId to,
            Map<StaffId, String> names,
            Runnable ended) {
        this.handOvers = handOvers;
        this.plans = plans;
        this.from = from;
        this.to = to;
        this.names = names;
        this.ended = ended;
        bar = new ProgressBar(0, plans.size());
        bar.getElement().setAttribute("aria-label", "Plans handed over");
        said.getElement().setAttribute("aria-live", "polite");
        said.setText("0 of " + HandOverWords.plans(plans.size()));
        getContent().add(Ui.card("Handing over", bar, Ui.div("cluster", said, stop())));
        Cover.onLeaving(this, () -> isStopped.set(true));
    }

    private Button stop() {
        return new Button("Stop", e -> isStopped.set(true));
    }

    void start() {
        var ui = UI.getCurrentOrThrow();
        Thread.ofVirtual().name("hand-over").start(new DelegatingSecurityContextRunnable(() -> {
            var outcomes = new ArrayList<Outcome>();
            var isFailed = true;
            try {
                for (var plan : plans) {
                    if (isStopped.get()) {
                        break;
                    }
                    outcomes.add(handOvers.handOver(plan, from, to));
                    var done = outcomes.size();
                    ui.access(() -> {
                        bar.setValue(done);
                        said.setText(done + " of " + HandOverWords.plans(plans.size()));
                    });
                }
                isFailed = false;
            } catch (DataAccessException | TransactionException storeIsAway) {
                LOG.warn("A hand-over of plans ended early", storeIsAway);
            } finally {
                var sentence = isFailed
                        ? "The hand-over stopped because of an error. Open the list again to hand over the rest."
                        : "";
                ui.access(() -> show(List.copyOf(outcomes), sentence));
            }
        }));
    }

    private void show(List<Outcome> outcomes, String failed) {
        getContent().removeAll();
        var done = outcomes.stream().filter(one -> one.refused().isEmpty()).toList();
        var moved = done.stream().mapToInt(Outcome::moved).sum();
        var card = Ui.card(
                "Handed over to " + names.getOrDefault(to, ""),
                Ui.text(
                        "",
                        HandOverWords.plans(done.size()) + " handed over, " + HandOverWords.appointments(moved)
                                + " moved."));
        if (!failed.isEmpty()) {
            card.add(Ui.alert(failed));
        } else if (outcomes.size() < plans.size()) {
            card.add(Ui.text(
                    "", "Stopped: " + HandOverWords.plans(plans.size() - outcomes.size()) + " not handed over."));
        }
        var remaining = remaining(outcomes);
        if (!remaining.isEmpty()) {
            card.add(Ui.text("strong", "Left to do"), new UnorderedList(remaining.toArray(ListItem[]::new)));
        }
        card.add(new Anchor(Routes.handOver(from), "All plans of " + names.getOrDefault(from, "")));
        card.getElement().setAttribute("tabindex", "-1");
        getContent().add(card);
        card.getElement().executeJs("this.focus()");
        ended.run();
    }

    private List<ListItem> remaining(List<Outcome> outcomes) {
        var giver = names.getOrDefault(from, "");
        var items = new ArrayList<ListItem>();
        for (var outcome : outcomes) {
            outcome.refused().ifPresent(why -> items.add(item(outcome, ": not handed over. " + why)));
            outcome.left()
                    .forEach(left -> items.add(item(
                            outcome,
                            ": "
                                    + left.appointment().service().label().toLowerCase(Locale.ROOT)
                                    + " on "
                                    + Dates.dayAndTime(
                                            left.appointment().on(),
                                            left.appointment().at(),
                                            "")
                                    + " stays with " + giver + ". " + left.reason())));
            if (outcome.refused().isEmpty() && outcome.staysResponsible()) {
                items.add(item(
                        outcome,
                        ": " + giver + " stays responsible, because only a chiropractor of the clinic can be."));
            }
        }
        return items;
    }

    private static ListItem item(Outcome outcome, String words) {
        Component plan =
                new Anchor(Routes.plan(outcome.plan().id()), outcome.plan().patientName());
        return new ListItem(plan, Ui.text("", words));
    }
}

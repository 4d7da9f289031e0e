package io.plumbline.leads.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import io.plumbline.clinics.ClinicLabel;
import io.plumbline.clinics.ClinicService;
import io.plumbline.leads.LeadReturnService;
import io.plumbline.leads.LeadTwin;
import io.plumbline.leads.LeadTwinService;
import io.plumbline.shared.Permission;
import io.plumbline.shared.ui.EmptyState;
import io.plumbline.shared.ui.Icon;
import io.plumbline.shared.ui.Places;
import io.plumbline.shared.ui.Ui;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.springframework.dao.OptimisticLockingFailureException;

/** Leads of different clinics that may be one person's, for the manager: merged, or said to be two people. */
@Route(Places.LEADS_TWINS)
@PageTitle("Possible duplicates · Plumbline")
@Menu(order = 12.5, title = "Possible duplicates", icon = "COPY")
@RolesAllowed(Permission.LEAD_TWIN)
class LeadTwinsView extends Main {
    private final LeadTwinService twins;
    private final LeadReturnService returns;
    private final ClinicService clinics;
    private final TouchWords words;
    private final Div list = Ui.div("stack-3");

    LeadTwinsView(
            LeadTwinService twins,
            LeadReturnService returns,
            ClinicService clinics,
            LeadPanelParts parts,
            LeadScreens screens,
            Clock clock) {
        this.twins = twins;
        this.returns = returns;
        this.clinics = clinics;
        words = new TouchWords(parts, clock);
        Ui.page(
                this,
                "Possible duplicates",
                "Leads of different clinics that may be one person's. Who calls the one does not see the other.",
                list);
        askAgain();
        screens.keepUpToDate(this, this::askAgain);
    }

    private void askAgain() {
        var waiting = twins.waiting();
        list.removeAll();
        if (waiting.isEmpty()) {
            list.add(new EmptyState(
                    Icon.DONE,
                    "No possible duplicates",
                    "What comes in at two clinics by the same person appears here."));
            return;
        }
        var items = new UnorderedList();
        items.addClassName("review-list");
        waiting.forEach(pair -> items.add(new ListItem(card(pair))));
        list.add(items);
    }

    private Component card(LeadTwin pair) {
        var names = name(pair.earlier()) + " and " + name(pair.later());
        var actions = Ui.div("cluster");
        if (pair.mayBeMerged()) {
            actions.add(action(
                    "Merge",
                    "Merge " + names,
                    () -> returns.merge(
                            pair.later().id(),
                            pair.later().version(),
                            pair.earlier().id())));
        }
        actions.add(action("Not the same person", names + " are not the same person", () -> twins.dismiss(pair.id())));
        return Ui.div(
                "card stack-2",
                side(pair.earlier()),
                side(pair.later()),
                Ui.text("muted", pair.points() + " of 100: " + pair.reasons()),
                actions);
    }

    private Component side(LeadTwin.Side side) {
        var came = Ui.text(
                "muted",
                clinic(side) + " · " + side.status().word() + " · came in "
                        + words.at(side.receivedAt(), side.queue()));
        return side.fullName() == null
                ? Ui.div("cluster", Ui.text("", name(side)), came)
                : Ui.div("cluster", new Anchor(Places.lead(side.id().value()), name(side)), came);
    }

    private static String name(LeadTwin.Side side) {
        return Optional.ofNullable(side.fullName()).orElse("A lead in a queue that is not yours");
    }

    private String clinic(LeadTwin.Side side) {
        return Optional.ofNullable(side.queue())
                .map(clinics.labels()::get)
                .map(ClinicLabel::name)
                .orElse("Group");
    }

    private Button action(String word, String name, Runnable act) {
        var button = new Button(word, e -> {
            try {
                act.run();
            } catch (OptimisticLockingFailureException | NoSuchElementException changed) {
                say("A colleague was quicker. Here is how it stands now.");
            } catch (IllegalStateException refused) {
                say(String.valueOf(refused.getMessage()));
            }
            askAgain();
        });
        button.setDisableOnClick(true);
        button.setAriaLabel(name);
        return button;
    }

    private static void say(String sentence) {
        Notification.show(sentence).setAssertive(true);
    }
}

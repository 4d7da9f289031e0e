package io.plumbline.leads.ui.panel;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.ShortcutRegistration;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.spring.annotation.SpringComponent;
import io.plumbline.leads.LeadDetails;
import io.plumbline.leads.LeadStatus;
import io.plumbline.leads.clock.Urgency;
import io.plumbline.shared.CurrentUser;
import io.plumbline.shared.Dates;
import io.plumbline.shared.ui.Icon;
import io.plumbline.shared.ui.StatusBadge;
import io.plumbline.shared.ui.Ui;
import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.context.annotation.Scope;

/** The head of a lead panel: name, status, and who is calling now. */
@SpringComponent
@Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE)
class LeadPanelHead extends Composite<Div> {
    private final FollowUpWords words;
    private final LeadZones zones;
    private final Clock clock;
    private final Div progress = Ui.div("cluster");
    private final H2 heading = new H2();
    private final Button closing = Ui.iconButton("Close", Icon.CROSS);
    private Runnable close = () -> {};
    private @Nullable ShortcutRegistration escape;
    private @Nullable LeadDetails shown;

    LeadPanelHead(FollowUpWords words, LeadZones zones, Clock clock) {
        this.words = words;
        this.zones = zones;
        this.clock = clock;
        getContent().addClassName("panel-head");
        heading.addClassName("heading");
        heading.getElement().setAttribute("tabindex", "-1");
        closing.addClickListener(e -> close.run());
        getContent().add(Ui.div("stack-1 grow", heading, progress), closing);
    }

    /**
     * Shows a lead.
     *
     * @param panel the scope in which Escape closes the lead
     * @param close returns to the queue
     */
    void show(LeadDetails lead, Component panel, Runnable close) {
        this.close = close;
        if (escape == null) {
            // scoped to the panel: Escape in a dialog closes only that dialog
            escape = closing.addClickShortcut(Key.ESCAPE).listenOn(panel);
        }
        // the heading stays: a new one would lose the focus whenever a colleague changes the lead
        heading.setText(lead.draft().fullName());
        shown = lead;
        tellTime();
    }

    /** Updates the time left. */
    void tellTime() {
        var lead = Objects.requireNonNull(shown);
        progress.removeAll();
        progress(lead, words, clock.instant()).forEach(progress::add);
        progress.add(claimed(lead));
    }

    /** Moves keyboard and screen reader focus to the lead. */
    void focus() {
        heading.getElement().callJsFunction("focus");
    }

    private static Stream<Component> progress(LeadDetails lead, FollowUpWords words, Instant now) {
        var followUp = lead.followUp();
        if (followUp == null) {
            return Stream.of(StatusBadge.neutral(lead.status().label()));
        }
        if (lead.status() == LeadStatus.CLINICAL_REVIEW
                && !lead.isReviewTaken()
                && followUp.urgency(now) == Urgency.OVERDUE) {
            return Stream.of(StatusBadge.danger("Unassigned"), status(lead.status()));
        }
        var draft = lead.draft();
        return Stream.of(
                words.badge(followUp, lead.status(), draft.callWindow(), draft.clinic()), status(lead.status()));
    }

    private static Component status(LeadStatus status) {
        return status == LeadStatus.CLINICAL_REVIEW
                ? StatusBadge.clinical(status.label())
                : Ui.text("muted", status.label());
    }

    private Component claimed(LeadDetails lead) {
        var claim = lead.claim();
        if (claim == null) {
            return Ui.text("muted", "");
        }
        var until = Dates.time(
                claim.until().atZone(zones.zoneOf(lead.draft().clinic())).toLocalTime());
        return Ui.text(
                "muted",
                (claim.staff().equals(CurrentUser.current().staff()) ? "Claimed by you" : claim.name() + " is calling")
                        + ", until " + until);
    }
}

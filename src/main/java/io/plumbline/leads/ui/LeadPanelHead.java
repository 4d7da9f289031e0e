package io.plumbline.leads.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import io.plumbline.leads.LeadDetails;
import io.plumbline.leads.LeadStatus;
import io.plumbline.leads.Urgency;
import io.plumbline.shared.Caller;
import io.plumbline.shared.ui.Dates;
import io.plumbline.shared.ui.Icon;
import io.plumbline.shared.ui.StatusBadge;
import io.plumbline.shared.ui.Ui;
import java.time.Instant;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Who the lead of a panel is, where it stands, and who calls it now. */
class LeadPanelHead extends Composite<Div> {
    private final LeadPanelParts parts;
    private final Runnable close;
    private final TouchWords words;
    private final Div standing = Ui.div("cluster");
    private H2 heading = new H2();
    private @Nullable LeadDetails shown;

    /** @param close leads back to the queue */
    LeadPanelHead(LeadPanelParts parts, Runnable close) {
        this.parts = parts;
        this.close = close;
        words = new TouchWords(parts);
        getContent().addClassName("panel-head");
    }

    /**
     * Shows a lead.
     *
     * @param panel in which Escape closes the lead
     */
    void show(LeadDetails lead, Component panel) {
        var closing = Ui.iconButton("Close", Icon.CROSS);
        closing.addClickListener(e -> close.run());
        // heard within the panel only: Escape in a dialog closes that dialog and nothing more
        closing.addClickShortcut(Key.ESCAPE).listenOn(panel);
        heading = new H2(lead.draft().fullName());
        heading.addClassName("heading");
        heading.getElement().setAttribute("tabindex", "-1");
        getContent().removeAll();
        getContent().add(Ui.div("stack-1 grow", heading, standing), closing);
        shown = lead;
        tellTime();
    }

    /** Says anew how much time is left. */
    void tellTime() {
        var lead = Objects.requireNonNull(shown);
        standing.removeAll();
        standing(lead, words, parts.now()).forEach(standing::add);
        standing.add(claimed(lead));
    }

    /** Leads keyboard and screen reader to the lead. */
    void focus() {
        heading.getElement().callJsFunction("focus");
    }

    private static Stream<Component> standing(LeadDetails lead, TouchWords words, Instant now) {
        var touch = lead.touch();
        if (touch == null) {
            return Stream.of(StatusBadge.neutral(lead.status().word()));
        }
        if (lead.status() == LeadStatus.CLINICAL_REVIEW
                && !lead.isReviewTaken()
                && touch.urgency(now) == Urgency.OVERDUE) {
            return Stream.of(StatusBadge.danger("Clinical review · untaken"));
        }
        var draft = lead.draft();
        return Stream.of(
                words.badge(touch, lead.status(), draft.callWindow(), draft.clinic()),
                Ui.text("muted", lead.status().word()));
    }

    private Component claimed(LeadDetails lead) {
        var claim = lead.claim();
        if (claim == null) {
            return Ui.text("muted", "");
        }
        var until = Dates.time(
                claim.until().atZone(parts.zoneOf(lead.draft().clinic())).toLocalTime());
        return Ui.text(
                "muted",
                (claim.staff().equals(Caller.current().staff()) ? "You call now" : claim.name() + " calls now")
                        + ", until " + until);
    }
}

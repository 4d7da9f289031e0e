package io.plumbline.leads.ui.board;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.dnd.DragSource;
import com.vaadin.flow.component.dnd.EffectAllowed;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import io.plumbline.leads.queue.LeadCard;
import io.plumbline.leads.ui.panel.FollowUpWords;
import io.plumbline.shared.Routes;
import io.plumbline.shared.ui.Icon;
import io.plumbline.shared.ui.Keys;
import io.plumbline.shared.ui.StatusBadge;
import io.plumbline.shared.ui.Ui;

/** The card of a lead on the board, moved by dragging or by its own button. */
class LeadCardItem extends Composite<ListItem> {
    private final LeadCard card;
    private final FollowUpWords words;
    private final Div foot = Ui.div("card-foot");
    private StatusBadge progress;

    LeadCardItem(LeadCard card, FollowUpWords words, Runnable choose) {
        this.card = card;
        this.words = words;
        var link = new Anchor(Routes.lead(card.id()), card.fullName());
        link.addClassName("card-name");
        var move = Ui.iconButton("Move or act on " + card.fullName(), Icon.MORE);
        move.addClickListener(e -> choose.run());
        Keys.on(move, "m", "Move the focused card");
        progress = progress();
        foot.add(progress);
        if (card.claimedBy() != null) {
            foot.add(disc(card.claimedBy(), card.claimedBy() + " is calling"));
        } else if (card.firstCaller() != null) {
            foot.add(disc(card.firstCaller(), "First called by " + card.firstCaller()));
        }
        var concern = Ui.text("clamp small", card.concern());
        concern.setTitle(card.concern());
        var drawn = Ui.div("lead-card", Ui.div("card-top", link, move), concern, Ui.text("muted tiny", story()), foot);
        drawn.getElement().setAttribute("title", "Channel: " + card.source().label());
        var source = DragSource.create(drawn);
        source.setDragData(card.id());
        source.setEffectAllowed(EffectAllowed.MOVE);
        getContent().add(drawn);
    }

    /** Updates the time left; leaves the rest of the card as it is, so that it keeps the focus. */
    void tellTime() {
        var now = progress();
        if (!now.getElement().getTextRecursively().equals(progress.getElement().getTextRecursively())) {
            foot.replace(progress, now);
            progress = now;
        }
    }

    private StatusBadge progress() {
        var followUp = card.followUp();
        return followUp == null
                ? StatusBadge.ok("Patient")
                : words.inShort(followUp, card.status(), card.window(), card.clinic());
    }

    /** Renders the initials with a spoken name, because the card does not show the name as text. */
    private static Component disc(String name, String said) {
        var disc = Ui.initials(name);
        disc.setTitle(said);
        disc.getElement()
                .removeAttribute("aria-hidden")
                .setAttribute("role", "img")
                .setAttribute("aria-label", said);
        return disc;
    }

    private String story() {
        var since = words.dayOr(card.since(), card.clinic());
        return switch (card.status()) {
            case CONTACTED -> "Reached " + since;
            case CONSULTATION_BOOKED -> "Booked " + since;
            case CONSULTATION_HELD -> "Held " + since;
            case CONVERTED -> "Patient since " + since;
            case NEW, ATTEMPTING, NURTURE, CLINICAL_REVIEW, LOST, SPAM, MERGED -> "Received " + since;
        };
    }
}

package io.plumbline.leads.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.dnd.DragSource;
import com.vaadin.flow.component.dnd.EffectAllowed;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import io.plumbline.leads.LeadCard;
import io.plumbline.shared.ui.Icon;
import io.plumbline.shared.ui.Keys;
import io.plumbline.shared.ui.Places;
import io.plumbline.shared.ui.StatusBadge;
import io.plumbline.shared.ui.Ui;

/** A lead on the board. It is dragged, or moved by its own button. */
class LeadCardItem extends Composite<ListItem> {
    private final LeadCard card;
    private final TouchWords words;
    private final Div foot = Ui.div("card-foot");
    private StatusBadge standing;

    LeadCardItem(LeadCard card, TouchWords words, Runnable choose) {
        this.card = card;
        this.words = words;
        var link = new Anchor(Places.lead(card.id().value()), card.fullName());
        link.addClassName("card-name");
        var move = Ui.iconButton("Move or act on " + card.fullName(), Icon.MORE);
        move.addClickListener(e -> choose.run());
        Keys.on(move, "m", "Move the card that has the keyboard");
        standing = standing();
        foot.add(standing);
        if (card.claimedBy() != null) {
            foot.add(disc(card.claimedBy(), card.claimedBy() + " calls now"));
        } else if (card.firstCaller() != null) {
            foot.add(disc(card.firstCaller(), "First called by " + card.firstCaller()));
        }
        var concern = Ui.text("clamp small", card.concern());
        concern.setTitle(card.concern());
        var drawn = Ui.div("lead-card", Ui.div("card-top", link, move), concern, Ui.text("muted tiny", story()), foot);
        drawn.getElement().setAttribute("title", "Came by: " + card.source().word());
        var source = DragSource.create(drawn);
        source.setDragData(card.id());
        source.setEffectAllowed(EffectAllowed.MOVE);
        getContent().add(drawn);
    }

    /** Says anew how much time is left; the rest of the card stays, so that it keeps the keyboard. */
    void tellTime() {
        var now = standing();
        if (!now.getElement().getTextRecursively().equals(standing.getElement().getTextRecursively())) {
            foot.replace(standing, now);
            standing = now;
        }
    }

    private StatusBadge standing() {
        var touch = card.touch();
        return touch == null
                ? StatusBadge.ok("Patient")
                : words.inShort(touch, card.status(), card.window(), card.clinic());
    }

    /** On a card the disc stands alone. */
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
            case NEW, ATTEMPTING, NURTURE, CLINICAL_REVIEW, LOST, SPAM, MERGED -> "Came in " + since;
        };
    }
}

package io.plumbline.leads.ui.board;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dnd.DropEffect;
import com.vaadin.flow.component.dnd.DropTarget;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.QueryParameters;
import io.plumbline.leads.LeadStatus;
import io.plumbline.leads.list.LeadFilter;
import io.plumbline.leads.list.LeadFilterAddress;
import io.plumbline.leads.queue.LeadBoardService;
import io.plumbline.leads.queue.LeadCard;
import io.plumbline.shared.Routes;
import io.plumbline.shared.ids.LeadId;
import io.plumbline.shared.ui.NavBadge;
import io.plumbline.shared.ui.Ui;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Function;

/** One column of the board. Leaves unchanged cards in place, since one of them may have the focus. */
class LeadColumn extends Composite<Section> {
    static final int FIRST_CARDS = 10;
    private static final int MORE_CARDS = 20;

    private final LeadStatus status;
    private final Function<LeadCard, LeadCardItem> draw;
    private final Span count = Ui.text("count", "");
    private final Span inShort = Ui.text("muted tiny", "");
    private final UnorderedList list = new UnorderedList();
    private final Button more;
    private final Anchor all;
    private final Map<LeadCard, LeadCardItem> shown = new LinkedHashMap<>();
    private int most = FIRST_CARDS;

    LeadColumn(
            LeadStatus status,
            Function<LeadCard, LeadCardItem> draw,
            BiConsumer<LeadId, LeadStatus> dropped,
            Runnable refresh) {
        this.status = status;
        this.draw = draw;
        var heading = new H2(Ui.text("", status.label()), count);
        heading.addClassName("heading");
        list.addClassName("col-cards");
        more = new Button("", e -> {
            most += MORE_CARDS;
            refresh.run();
        });
        more.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
        all = link(status, "Show all in the list");
        getContent().addClassName("col");
        getContent().getElement().setAttribute("aria-label", status.label());
        getContent().add(Ui.div("col-head", heading, inShort), list, more, all);
        takesCards(getContent(), status, dropped);
    }

    /** Makes a part of the board a drop target for cards. */
    static <T extends Component> void takesCards(T part, LeadStatus status, BiConsumer<LeadId, LeadStatus> dropped) {
        var target = DropTarget.create(part);
        target.setDropEffect(DropEffect.MOVE);
        target.addDropListener(drop -> drop.getDragData()
                .filter(LeadId.class::isInstance)
                .map(LeadId.class::cast)
                .ifPresent(lead -> dropped.accept(lead, status)));
    }

    /** Returns a link to the list of leads with a status. */
    static Anchor link(LeadStatus status, String text) {
        var query = QueryParameters.simple(LeadFilterAddress.of(LeadFilter.NONE.of(status)));
        return new Anchor(Routes.LEADS_LIST + "?" + query.getQueryString(), text);
    }

    LeadStatus status() {
        return status;
    }

    int most() {
        return Math.min(most, LeadBoardService.MOST_CARDS);
    }

    /**
     * Shows the first cards.
     *
     * @param inAll the number of leads in the column, up to 1,000
     * @param urgent a summary of the most urgent one
     */
    void show(List<LeadCard> cards, long inAll, String urgent) {
        inShort.setText(urgent);
        count.setText(new NavBadge.Waiting(inAll, status.label()).shown());
        var gone = shown.keySet().stream().filter(card -> !cards.contains(card)).toList();
        gone.forEach(card -> list.remove(shown.remove(card)));
        shown.values().forEach(LeadCardItem::tellTime);
        for (int place = 0; place < cards.size(); place++) {
            var card = cards.get(place);
            var item = shown.computeIfAbsent(card, draw);
            if (list.getComponentCount() <= place || list.getComponentAt(place) != item) {
                list.addComponentAtIndex(place, item);
            }
        }
        var hidden = inAll - cards.size();
        more.setVisible(hidden > 0 && most < LeadBoardService.MOST_CARDS);
        more.setText("Show " + Math.min(hidden, MORE_CARDS) + " more");
        all.setVisible(hidden > 0 && most >= LeadBoardService.MOST_CARDS);
    }
}

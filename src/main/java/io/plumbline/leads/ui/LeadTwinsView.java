package io.plumbline.leads.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import io.plumbline.leads.LeadTwin;
import io.plumbline.leads.LeadTwinFilter;
import io.plumbline.leads.LeadTwinService;
import io.plumbline.shared.Permission;
import io.plumbline.shared.ui.EmptyState;
import io.plumbline.shared.ui.Filters;
import io.plumbline.shared.ui.Icon;
import io.plumbline.shared.ui.Keys;
import io.plumbline.shared.ui.Places;
import io.plumbline.shared.ui.Ui;
import jakarta.annotation.security.RolesAllowed;
import java.util.ArrayList;
import java.util.List;

/** Leads and patients of different clinics that may be one person, for the manager: the same, or said to be two people. */
@Route(Places.LEADS_TWINS)
@PageTitle("Possible duplicates · Plumbline")
@Menu(order = 12.5, title = "Possible duplicates", icon = "COPY")
@RolesAllowed(Permission.LEAD_TWIN)
class LeadTwinsView extends Main implements BeforeEnterObserver {
    private static final String ONLY = "only";
    private static final int PAGE = 25;

    private final LeadTwinService twins;
    private final LeadTwinCards cards;
    private final Select<LeadTwinFilter> only = new Select<>();
    private final UnorderedList list = new UnorderedList();
    private final Div empty = new Div();
    private final Button more = new Button("Show more", e -> showMore());
    private final List<LeadTwin> shown = new ArrayList<>();
    private LeadTwinFilter filter = LeadTwinFilter.OPEN;

    LeadTwinsView(LeadTwinService twins, LeadTwinCards cards, LeadScreens screens) {
        this.twins = twins;
        this.cards = cards;
        only.setLabel("Show");
        only.setItems(LeadTwinFilter.values());
        only.setItemLabelGenerator(LeadTwinFilter::word);
        only.addValueChangeListener(e -> {
            if (e.isFromClient()) {
                UI.getCurrentOrThrow()
                        .navigate(
                                Places.LEADS_TWINS,
                                e.getValue() == LeadTwinFilter.OPEN
                                        ? QueryParameters.empty()
                                        : QueryParameters.of(ONLY, Filters.inAddress(e.getValue())));
            }
        });
        Keys.on(only, "/", "Choose which are shown");
        list.addClassName("review-list");
        Ui.page(
                this,
                "Possible duplicates",
                "Leads and patients of different clinics that may be one person. Who calls the one does not see the other.",
                Ui.div("filters", only),
                empty,
                list,
                Ui.div("cluster", more));
        screens.keepUpToDate(this, this::askAgain);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        filter = Filters.of(event.getLocation(), ONLY, LeadTwinFilter.class).orElse(LeadTwinFilter.OPEN);
        only.setValue(filter);
        show(twins.list(filter, null, PAGE + 1), PAGE);
    }

    /** As many as are shown already, as they stand now. */
    private void askAgain() {
        var asked = Math.max(PAGE, shown.size());
        var now = twins.list(filter, null, asked + 1);
        // drawn anew, the list would lose the keyboard
        if (!now.stream().limit(asked).toList().equals(shown)) {
            show(now, asked);
        }
    }

    private void show(List<LeadTwin> now, int asked) {
        shown.clear();
        list.removeAll();
        add(now, asked);
        empty.removeAll();
        if (now.isEmpty()) {
            empty.add(
                    switch (filter) {
                        case OPEN ->
                            new EmptyState(
                                    Icon.DONE,
                                    "No possible duplicates",
                                    "When somebody asks at two clinics, or asks at one and is a patient of another, they appear here.");
                        case SETTLED ->
                            new EmptyState(
                                    Icon.COPY,
                                    "Nothing settled yet",
                                    "What was merged, converted or said to be two people appears here, with who decided it.");
                    });
        }
    }

    private void showMore() {
        add(twins.list(filter, shown.getLast(), PAGE + 1), PAGE);
    }

    /** One more than are shown was asked for, to know whether there are more. */
    private void add(List<LeadTwin> page, int most) {
        page.stream().limit(most).forEach(pair -> {
            shown.add(pair);
            list.add(new ListItem(cards.card(pair, this::askAgain)));
        });
        list.setVisible(!shown.isEmpty());
        more.setVisible(page.size() > most);
    }
}

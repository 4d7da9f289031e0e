package io.plumbline.leads.ui.duplicates;

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
import io.plumbline.leads.duplicates.DuplicateCandidate;
import io.plumbline.leads.duplicates.DuplicateCandidateService;
import io.plumbline.leads.duplicates.DuplicateFilter;
import io.plumbline.leads.ui.LiveLeads;
import io.plumbline.shared.Permission;
import io.plumbline.shared.Routes;
import io.plumbline.shared.ui.EmptyState;
import io.plumbline.shared.ui.FilterBar;
import io.plumbline.shared.ui.Filters;
import io.plumbline.shared.ui.Icon;
import io.plumbline.shared.ui.Keys;
import io.plumbline.shared.ui.LiveScreens;
import io.plumbline.shared.ui.Ui;
import jakarta.annotation.security.RolesAllowed;
import java.util.ArrayList;
import java.util.List;

/** Lists duplicate candidates across clinics for the manager, who merges them or marks them as different people. */
@Route(Routes.LEADS_DUPLICATES)
@PageTitle("Possible duplicates · Plumbline")
@Menu(order = 12.5, title = "Possible duplicates", icon = "COPY")
@RolesAllowed(Permission.LEAD_DUPLICATE)
class DuplicateCandidatesView extends Main implements BeforeEnterObserver {
    private static final String ONLY = "only";
    private static final int PAGE = 25;

    private final DuplicateCandidateService duplicates;
    private final DuplicateCandidateCards cards;
    private final Select<DuplicateFilter> only = new Select<>();
    private final UnorderedList list = new UnorderedList();
    private final Div empty = new Div();
    private final Button more = new Button("Show more", e -> showMore());
    private final List<DuplicateCandidate> shown = new ArrayList<>();
    private DuplicateFilter filter = DuplicateFilter.OPEN;

    DuplicateCandidatesView(DuplicateCandidateService duplicates, DuplicateCandidateCards cards, LiveScreens screens) {
        this.duplicates = duplicates;
        this.cards = cards;
        var bar = new FilterBar("Filter possible duplicates", this::filter);
        bar.choice("Show", only);
        only.setItems(DuplicateFilter.values());
        only.setItemLabelGenerator(DuplicateFilter::label);
        Keys.on(only, "/", "Choose which are shown");
        list.addClassName("review-list");
        Ui.page(
                this,
                "Possible duplicates",
                "Leads and patients at different clinics that may be the same person. Callers at one clinic do not see the other record.",
                bar,
                empty,
                list,
                Ui.div("cluster", more));
        screens.keepUpToDate(this, LiveLeads::isConcernedBy, this::refresh);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        filter = Filters.of(event.getLocation(), ONLY, DuplicateFilter.class).orElse(DuplicateFilter.OPEN);
        only.setValue(filter);
        show(duplicates.list(filter, null, PAGE + 1), PAGE);
    }

    private void filter() {
        UI.getCurrentOrThrow()
                .navigate(
                        Routes.LEADS_DUPLICATES,
                        only.getValue() == DuplicateFilter.OPEN
                                ? QueryParameters.empty()
                                : QueryParameters.of(ONLY, Filters.inAddress(only.getValue())));
    }

    /** Reloads as many pairs as are shown. */
    private void refresh() {
        var asked = Math.max(PAGE, shown.size());
        var now = duplicates.list(filter, null, asked + 1);
        // rebuilding the list would lose the focus
        if (!now.stream().limit(asked).toList().equals(shown)) {
            show(now, asked);
        }
    }

    private void show(List<DuplicateCandidate> now, int asked) {
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
                                    "People who contact two clinics, or contact one and are patients of another, appear here.");
                        case SETTLED ->
                            new EmptyState(
                                    Icon.COPY,
                                    "No resolved duplicates yet",
                                    "Candidates that were merged, converted or marked as not the same person appear here, with the person who decided.");
                    });
        }
    }

    private void showMore() {
        add(duplicates.list(filter, shown.getLast(), PAGE + 1), PAGE);
    }

    /** Adds a page of pairs; the query reads one more than is shown, to find out whether there are more. */
    private void add(List<DuplicateCandidate> page, int most) {
        page.stream().limit(most).forEach(pair -> {
            shown.add(pair);
            list.add(new ListItem(cards.card(pair, this::refresh)));
        });
        list.setVisible(!shown.isEmpty());
        more.setVisible(page.size() > most);
    }
}

package io.plumbline.patients.ui.duplicates;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import io.plumbline.patients.duplicates.PatientDuplicate;
import io.plumbline.patients.duplicates.PatientDuplicateFilter;
import io.plumbline.patients.duplicates.PatientDuplicateService;
import io.plumbline.shared.Permission;
import io.plumbline.shared.Routes;
import io.plumbline.shared.ui.EmptyState;
import io.plumbline.shared.ui.FilterBar;
import io.plumbline.shared.ui.Filters;
import io.plumbline.shared.ui.Icon;
import io.plumbline.shared.ui.Keys;
import io.plumbline.shared.ui.Ui;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Patients who are probably the same person, side by side, for a manager to merge or to dismiss as two people. */
@Route(Routes.PATIENT_DUPLICATES)
@PageTitle("Possible duplicate patients · Plumbline")
@RolesAllowed(Permission.PATIENT_MERGE)
class PatientDuplicatesView extends Main implements BeforeEnterObserver {
    private static final String ONLY = "only";
    private static final int PAGE = 25;

    private final PatientDuplicateService duplicates;
    private final PatientDuplicateCards cards;
    private final Select<PatientDuplicateFilter> only = new Select<>();
    private final UnorderedList list = new UnorderedList();
    private final Div empty = new Div();
    private final Button more = new Button("Show more", e -> showMore());
    private @Nullable PatientDuplicate last;
    private PatientDuplicateFilter filter = PatientDuplicateFilter.OPEN;

    PatientDuplicatesView(PatientDuplicateService duplicates, PatientDuplicateCards cards) {
        this.duplicates = duplicates;
        this.cards = cards;
        var bar = new FilterBar("Filter possible duplicates", this::filter);
        bar.choice("Show", only);
        only.setItems(PatientDuplicateFilter.values());
        only.setItemLabelGenerator(PatientDuplicateFilter::label);
        Keys.on(only, "/", "Choose which are shown");
        list.addClassName("review-list");
        Ui.page(
                this,
                "Possible duplicate patients",
                "Patients of your clinics who are probably the same person.",
                bar,
                empty,
                list,
                Ui.div("cluster", more));
        var patients = new Button("All patients", e -> Ui.navigate(Routes.PATIENTS));
        Ui.pageActions(this, patients);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        filter = Filters.of(event.getLocation(), ONLY, PatientDuplicateFilter.class)
                .orElse(PatientDuplicateFilter.OPEN);
        only.setValue(filter);
        show();
    }

    private void filter() {
        Ui.navigate(
                Routes.PATIENT_DUPLICATES,
                only.getValue() == PatientDuplicateFilter.OPEN
                        ? QueryParameters.empty()
                        : QueryParameters.of(ONLY, Filters.inAddress(only.getValue())));
    }

    private void show() {
        last = null;
        list.removeAll();
        empty.removeAll();
        showMore();
        if (last == null) {
            empty.add(
                    switch (filter) {
                        case OPEN ->
                            new EmptyState(
                                    Icon.DONE,
                                    "No possible duplicates",
                                    "Patients who share a birth date and a name, phone or e-mail appear here by"
                                            + " themselves. If you know of two records of one person, open one and press"
                                            + " Merge another record… in its Person tab.");
                        case DISMISSED ->
                            new EmptyState(
                                    Icon.COPY,
                                    "No pairs dismissed yet",
                                    "Patients who were marked as not the same person appear here, with the person who"
                                            + " decided.");
                    });
        }
    }

    /** Adds a page of pairs; one more than is shown is read, to find out whether there are more. */
    private void showMore() {
        List<PatientDuplicate> page = duplicates.list(filter, last, PAGE + 1);
        page.stream().limit(PAGE).forEach(pair -> {
            last = pair;
            list.add(new ListItem(cards.card(pair, this::show)));
        });
        list.setVisible(last != null);
        more.setVisible(page.size() > PAGE);
    }
}

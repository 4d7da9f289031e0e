package io.plumbline.patients.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.renderer.LitRenderer;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import io.plumbline.access.ui.proof.ProofFirst;
import io.plumbline.clinics.ClinicService;
import io.plumbline.patients.PatientRow;
import io.plumbline.patients.PatientService;
import io.plumbline.patients.duplicates.PatientDuplicateService;
import io.plumbline.patients.exports.PatientExportService;
import io.plumbline.shared.CurrentUser;
import io.plumbline.shared.Dates;
import io.plumbline.shared.Permission;
import io.plumbline.shared.PhoneNumber;
import io.plumbline.shared.RecentlyViewed;
import io.plumbline.shared.Routes;
import io.plumbline.shared.ui.EmptyState;
import io.plumbline.shared.ui.Icon;
import io.plumbline.shared.ui.KeptSearch;
import io.plumbline.shared.ui.Keys;
import io.plumbline.shared.ui.Lazily;
import io.plumbline.shared.ui.Ui;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The directory of patients, searched while typing; the URL holds a key to the search text. */
@Route(Routes.PATIENTS)
@PageTitle("Patients · Plumbline")
@Menu(order = 22, title = "Patients", icon = "PEOPLE")
@RolesAllowed(Permission.PATIENT_READ)
class PatientListView extends Main implements BeforeEnterObserver {
    private static final String OF_OTHERS =
            " To open the record of a patient of your clinic whom you do not treat, ask the front"
                    + " desk for the address of their page, and choose Break-glass access there.";

    /** The query parameter of the search; in our own URLs it holds a key, never the search text. */
    static final String QUERY = "q";

    private static final int TYPING_PAUSE_MILLIS = 150;

    private final PatientService patients;
    private final boolean mayAdd;
    private final TextField search = new TextField();
    private final Grid<PatientRow> list;
    private final Div said = new Div();
    private final LastOpened lastOpened;
    private final Component searchOver = KeptSearch.overLine();

    PatientListView(
            PatientService patients,
            PatientExportService exports,
            PatientDuplicateService duplicates,
            ProofFirst proof,
            RecentlyViewed recently,
            ClinicService clinics,
            Clock clock) {
        this.patients = patients;
        lastOpened = new LastOpened(patients, recently);
        mayAdd = CurrentUser.may(Permission.PATIENT_WRITE);
        list = Lazily.list("Patients", PatientRow::id, row(clinics), this::page);
        search.setPlaceholder("Name, phone, birth date, e-mail or number");
        search.setAriaLabel("Search patients");
        search.setTooltipText("Also by former name, patient number, birth date or e-mail");
        Keys.on(search, "/", "Search patients");
        search.setPrefixComponent(Icon.SEARCH.create());
        search.setClearButtonVisible(true);
        search.setMaxLength(100);
        search.setValueChangeMode(ValueChangeMode.LAZY);
        search.setValueChangeTimeout(TYPING_PAUSE_MILLIS);
        search.addClassName("patient-search");
        search.addValueChangeListener(e -> searchAgain(e.isFromClient()));
        search.addFocusListener(e -> {
            if (search.getValue().isBlank()) {
                lastOpened.show();
            }
        });
        said.addClassNames("muted", "small");
        said.getElement().setAttribute("role", "status");
        Ui.page(
                this,
                "Patients",
                "Your patients.",
                Ui.div("patient-search-bar", search, said),
                lastOpened,
                searchOver,
                list);
        PatientListActions.add(this, exports, duplicates, proof, clinics);
        search.focus();
        showEmpty();
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        KeptSearch.in(QUERY, event.getLocation().getQueryParameters())
                .map(typed -> typed.substring(0, Math.min(typed.length(), 100)))
                .ifPresentOrElse(search::setValue, search::clear);
        searchOver.setVisible(KeptSearch.isOver(QUERY, event.getLocation().getQueryParameters()));
    }

    private void searchAgain(boolean typed) {
        if (typed) {
            var now = KeptSearch.hide(QUERY, Map.of(QUERY, search.getValue()));
            UI.getCurrentOrThrow().getPage().getHistory().replaceState(null, new Location(Routes.PATIENTS, now));
        }
        if (search.getValue().isBlank()) {
            lastOpened.show();
        } else {
            lastOpened.hide();
        }
        showEmpty();
        said.setText("");
        searchOver.setVisible(false);
        list.getDataProvider().refreshAll();
    }

    private List<PatientRow> page(@Nullable PatientRow after, int limit) {
        if (search.getValue().isBlank()) {
            return patients.list(after, limit);
        }
        if (after != null) {
            return List.of();
        }
        var found = patients.search(search.getValue());
        say(found.size());
        return found;
    }

    private void say(int found) {
        if (found == 0) {
            said.setText("No patients match");
        } else if (found < PatientService.MOST_FOUND) {
            said.setText(found == 1 ? "1 patient" : found + " patients");
        } else {
            said.setText("The first " + found + ": type more to narrow the list");
        }
    }

    private void showEmpty() {
        list.setEmptyStateComponent(search.getValue().isBlank() ? nobodyYet() : nobodyMatches());
    }

    private Component nobodyYet() {
        return mayAdd
                ? new EmptyState(
                        new H2("No patients yet"),
                        Icon.PEOPLE,
                        "Add the first one here. Leads become patients too, once they are converted.",
                        new Button("Add patient", e -> addTyped("")))
                : new EmptyState(
                        Icon.PEOPLE,
                        "No patients yet",
                        "A patient appears here when they have an appointment with you, or a plan that names you.");
    }

    private Component nobodyMatches() {
        var typed = search.getValue().strip();
        var sentence =
                "Type the beginning of a name, also a preferred or a former one, the last three digits or more of a"
                        + " phone number, a birth date, an e-mail address, or a patient number such as P-73. Only patients you"
                        + " have access to are shown.";
        var title = new H2("No patients match “" + typed + "”");
        var clear = new Button("Clear search", e -> {
            search.clear();
            search.focus();
            searchAgain(true);
        });
        return mayAdd
                ? new EmptyState(title, Icon.SEARCH, sentence, new Button("Add patient…", e -> addTyped(typed)), clear)
                : new EmptyState(title, Icon.SEARCH, sentence + OF_OTHERS, clear);
    }

    static void addTyped(String typed) {
        UI.getCurrentOrThrow().navigate(Routes.NEW_PATIENT, KeptSearch.hide(QUERY, Map.of(QUERY, typed)));
    }

    private static LitRenderer<PatientRow> row(ClinicService clinics) {
        return LitRenderer.<PatientRow>of("""
                <div class="list-row wide-4">
                  <span class="two"><a class="row-link" href="${item.address}">${item.name}</a><span class="quiet">${item.number}</span></span>
                  <span class="quiet line-two">${item.born}</span>
                  <span class="quiet wide-only">${item.phone}</span>
                  <span class="quiet end">${item.next}</span>
                </div>""")
                .withProperty("address", row -> Routes.patient(row.id()))
                .withProperty("name", PatientRow::name)
                .withProperty("number", PatientRow::numberAndStatus)
                .withProperty(
                        "born",
                        row -> row.birthDate() == null
                                ? "Birth date not known"
                                : "Born " + Dates.birthDate(row.birthDate(), clinics.ownToday()))
                .withProperty("phone", row -> row.phone() == null ? "No phone" : new PhoneNumber(row.phone()).shown())
                .withProperty("next", row -> Dates.dayAndTime(row.nextVisitOn(), row.nextVisitAt(), "No visit booked"));
    }
}

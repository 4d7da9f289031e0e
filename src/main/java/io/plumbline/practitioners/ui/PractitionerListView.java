package io.plumbline.practitioners.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.data.renderer.LitRenderer;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import io.plumbline.clinics.ClinicService;
import io.plumbline.practitioners.Discipline;
import io.plumbline.practitioners.PractitionerModalities;
import io.plumbline.practitioners.credentials.CredentialService;
import io.plumbline.practitioners.credentials.ExpiringCredential;
import io.plumbline.practitioners.directory.PractitionerDirectoryService;
import io.plumbline.practitioners.directory.PractitionerFilter;
import io.plumbline.practitioners.directory.PractitionerRow;
import io.plumbline.shared.CurrentUser;
import io.plumbline.shared.Dates;
import io.plumbline.shared.Permission;
import io.plumbline.shared.Role;
import io.plumbline.shared.Routes;
import io.plumbline.shared.ui.KeptSearch;
import io.plumbline.shared.ui.Keys;
import io.plumbline.shared.ui.Lazily;
import io.plumbline.shared.ui.Ui;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.stream.Collectors;

/** The directory, filtered by the URL; for managers also the expiring credentials. */
@Route(Routes.PRACTITIONERS)
@PageTitle("Practitioners · Plumbline")
@Menu(order = 24, title = "Practitioners", icon = "BADGE")
@RolesAllowed(Permission.PRACTITIONER_READ)
class PractitionerListView extends Main implements BeforeEnterObserver {
    private static final String ENDING = "ending";

    private final PractitionerDirectoryService practitioners;
    private final CredentialService credentials;
    private final ClinicService clinics;
    private final DirectoryFilters filters;
    private final Component searchOver = KeptSearch.overLine();
    private final Grid<PractitionerRow> directory;
    private final Div parts = Ui.div("page flow");
    private final boolean isManager = CurrentUser.current().has(Role.MANAGER);

    PractitionerListView(
            PractitionerDirectoryService practitioners,
            CredentialService credentials,
            PractitionerModalities modalities,
            ClinicService clinics) {
        this.practitioners = practitioners;
        this.credentials = credentials;
        this.clinics = clinics;
        filters = new DirectoryFilters(clinics.labels().values(), modalities, this::narrow);
        directory = Lazily.list(
                "Practitioners",
                PractitionerRow::id,
                row(),
                (after, limit) -> practitioners.list(filters.filter(), after, limit));
        Ui.main(this);
        addClassName("fill");
        add(parts);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var address = event.getLocation().getQueryParameters();
        var isEnding = isManager && address.getSingleParameter(ENDING).isPresent();
        parts.removeAll();
        parts.add(head());
        if (isManager) {
            parts.add(ways(isEnding));
        }
        if (isEnding) {
            parts.add(ending());
        } else {
            filters.show(address);
            searchOver.setVisible(filters.isSearchOver(address));
            parts.add(filters, searchOver, directory);
            sayWhyNobody();
            directory.getDataProvider().refreshAll();
        }
    }

    private void sayWhyNobody() {
        var isNarrowed = !filters.filter().equals(PractitionerFilter.none());
        directory.setEmptyStateText(
                isNarrowed
                        ? "No practitioners match. Remove a filter."
                        : isManager
                                ? "No practitioners yet. Add the first one."
                                : "No practitioners yet. A clinic manager adds them.");
    }

    private Component head() {
        var head = Ui.head("Practitioners", "Practitioners by name, with disciplines, clinics and languages.");
        if (isManager) {
            var enter = new Button("New practitioner", e -> Ui.navigate(Routes.NEW_PRACTITIONER));
            Keys.on(enter, "n", "New practitioner");
            head.add(enter);
        }
        return head;
    }

    private static Component ways(boolean isEnding) {
        var all = new Anchor(Routes.PRACTITIONERS, "Directory");
        var ending = new Anchor(Routes.PRACTITIONERS + "?" + ENDING, "Expiring credentials");
        (isEnding ? ending : all).getElement().setAttribute("aria-current", "page");
        var ways = new Nav(all, ending);
        ways.addClassName("ways");
        ways.getElement().setAttribute("aria-label", "Parts of practitioners");
        return ways;
    }

    /** Updates the URL from the filter, without a new view for each keystroke. */
    private void narrow() {
        searchOver.setVisible(false);
        UI.getCurrentOrThrow()
                .getPage()
                .getHistory()
                .replaceState(null, new Location(Routes.PRACTITIONERS, filters.address()));
        sayWhyNobody();
        directory.getDataProvider().refreshAll();
    }

    private LitRenderer<PractitionerRow> row() {
        return LitRenderer.<PractitionerRow>of("""
                <div class="list-row wide-4">
                  <span class="two"><a class="row-link" href="${item.address}">${item.name}</a><span class="quiet">${item.languages}</span></span>
                  <span class="line-two">${item.disciplines}</span>
                  <span class="quiet line-three">${item.clinics}</span>
                  <span class="end">${item.state ? html`<span class="badge tone-${item.tone}">${item.state}</span>` : ''}</span>
                </div>""")
                .withProperty("address", row -> Routes.practitioner(row.id()))
                .withProperty("name", PractitionerRow::name)
                .withProperty("disciplines", PractitionerListView::disciplines)
                .withProperty("clinics", row -> clinics.names(row.clinics()))
                .withProperty("languages", PractitionerRow::languages)
                .withProperty("state", PractitionerListView::state)
                .withProperty("tone", row -> CredentialWords.tone(row.credential()));
    }

    private static String state(PractitionerRow row) {
        return row.active() ? row.credentialWords() : "";
    }

    private static String disciplines(PractitionerRow row) {
        return row.disciplines().stream().map(Discipline::label).sorted().collect(Collectors.joining(", "));
    }

    private Component ending() {
        var list = Lazily.list(
                "Expiring credentials",
                ExpiringCredential::id,
                endingRow(),
                (after, limit) -> after == null ? credentials.expiring() : List.of());
        list.setEmptyStateText("No credentials expire within 60 days. The next one appears here automatically.");
        return list;
    }

    private static LitRenderer<ExpiringCredential> endingRow() {
        return LitRenderer.<ExpiringCredential>of("""
                <div class="list-row wide-4">
                  <span class="two"><a class="row-link" href="${item.address}">${item.name}</a></span>
                  <span class="line-two">${item.title}</span>
                  <span class="line-three"><span class="badge tone-${item.tone}">${item.left}</span></span>
                  <span class="quiet end">${item.until}</span>
                </div>""")
                .withProperty("address", row -> Routes.practitioner(row.practitioner()))
                .withProperty("name", ExpiringCredential::name)
                .withProperty("title", ExpiringCredential::title)
                .withProperty("tone", CredentialWords::tone)
                .withProperty("left", row -> CredentialWords.daysLeft(row.daysLeft()))
                .withProperty("until", row -> Dates.dayAndYear(row.validUntil()));
    }
}

package io.plumbline.leads.ui.list;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.data.renderer.LitRenderer;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import io.plumbline.clinics.ClinicService;
import io.plumbline.leads.LeadStatus;
import io.plumbline.leads.clock.LeadQueue;
import io.plumbline.leads.list.LeadFilter;
import io.plumbline.leads.list.LeadFilterAddress;
import io.plumbline.leads.list.LeadListRow;
import io.plumbline.leads.list.LeadListService;
import io.plumbline.leads.list.SavedLeadFilterService;
import io.plumbline.leads.ui.LiveLeads;
import io.plumbline.leads.ui.panel.FollowUpWords;
import io.plumbline.shared.Permission;
import io.plumbline.shared.Routes;
import io.plumbline.shared.ui.KeptSearch;
import io.plumbline.shared.ui.Lazily;
import io.plumbline.shared.ui.LiveScreens;
import io.plumbline.shared.ui.SavedFilterBar;
import io.plumbline.shared.ui.Ui;
import jakarta.annotation.security.RolesAllowed;
import java.util.LinkedHashMap;

/** Lists all leads, open and closed, filtered by the URL; bulk actions apply to the selected ones. */
@Route(Routes.LEADS_LIST)
@PageTitle("Leads list · Plumbline")
@Menu(order = 12, title = "Leads list", icon = "FILTER")
@RolesAllowed(Permission.LEAD_READ)
class AllLeadsView extends Main implements BeforeEnterObserver {
    private final LeadFilterBar filters;
    private final SavedFilterBar saved;
    private final Component searchOver = KeptSearch.overLine();
    private final Grid<LeadListRow> list;
    private LeadFilter filter = LeadFilter.NONE;

    AllLeadsView(
            LeadListService leads,
            LeadFilterBar filters,
            SavedLeadFilterService savedFilters,
            LeadBulkBar bulk,
            LeadListActions actions,
            ClinicService clinics,
            FollowUpWords words,
            LiveScreens screens) {
        this.filters = filters;
        filters.onChange(this::go);
        saved = new SavedFilterBar(Routes.LEADS_LIST, LeadFilterAddress.WORDS, savedFilters);
        list = Lazily.list(
                "Leads", LeadListRow::id, row(clinics, words), (after, limit) -> leads.list(filter, after, limit));
        list.setSelectionMode(Grid.SelectionMode.MULTI);
        bulk.onDone(this::reload);
        list.addSelectionListener(e -> bulk.show(e.getAllSelectedItems()));
        Ui.page(
                this,
                "Leads list",
                "At most the newest 1,000 that match: filter to see older ones.",
                filters,
                saved,
                bulk,
                searchOver,
                list);
        Ui.pageActions(this, actions.buttons(() -> filter));
        screens.keepUpToDate(this, LiveLeads::isConcernedBy, list.getDataProvider()::refreshAll);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var address = event.getLocation().getQueryParameters();
        var parameters = new LinkedHashMap<String, String>();
        address.getParameters().forEach((name, values) -> parameters.put(name, values.getFirst()));
        KeptSearch.in(LeadFilterAddress.WORDS, address)
                .ifPresent(typed -> parameters.put(LeadFilterAddress.WORDS, typed));
        filter = LeadFilterAddress.read(parameters);
        filters.show(filter);
        var isSearchOver = KeptSearch.isOver(LeadFilterAddress.WORDS, address);
        searchOver.setVisible(isSearchOver);
        if (isSearchOver) {
            filters.focusWords();
        }
        saved.show(QueryParameters.simple(LeadFilterAddress.of(filter)).getQueryString());
        list.setEmptyStateText(
                filter.equals(LeadFilter.NONE)
                        ? "No leads yet. Press New lead for people who call or walk in. People who fill out the public form appear here."
                        : "No leads match. Remove a filter or clear all filters.");
        reload();
    }

    /** Clears the selection, since selected leads may no longer match the filter, and reloads the list. */
    private void reload() {
        list.deselectAll();
        list.getDataProvider().refreshAll();
    }

    private void go(LeadFilter next) {
        Ui.navigate(Routes.LEADS_LIST, KeptSearch.hide(LeadFilterAddress.WORDS, LeadFilterAddress.of(next)));
    }

    private static LitRenderer<LeadListRow> row(ClinicService clinics, FollowUpWords words) {
        return LitRenderer.<LeadListRow>of("""
                <div class="list-row wide-4">
                  <span class="two"><a class="row-link" href="${item.address}">${item.name}</a><span class="quiet">${item.source} · ${item.clinic}</span></span>
                  <span class="line-two">${item.concern}</span>
                  <span class="line-three two"><span>${item.came}</span><span class="quiet">${item.caller}</span></span>
                  <span class="two end"><span><span class="badge tone-${item.tone}">${item.status}</span></span><span class="quiet">${item.why}</span></span>
                </div>""")
                .withProperty("address", row -> Routes.lead(row.id()))
                .withProperty("name", LeadListRow::fullName)
                .withProperty("source", row -> row.source().label())
                .withProperty(
                        "clinic",
                        row -> LeadQueue.name(row.clinic(), clinics.labels().values()))
                .withProperty("concern", LeadListRow::concern)
                .withProperty("came", row -> "Received " + words.at(row.receivedAt(), row.clinic()))
                .withProperty(
                        "caller", row -> row.caller() == null ? "Not called yet" : "First called by " + row.caller())
                .withProperty("status", row -> row.status().label())
                .withProperty("tone", row -> tone(row.status()))
                .withProperty("why", row -> row.lostReason() == null ? "" : row.lostReason());
    }

    private static String tone(LeadStatus status) {
        return switch (status) {
            case NEW, ATTEMPTING -> "warn";
            case CONTACTED, CONSULTATION_BOOKED, CONSULTATION_HELD -> "info";
            case CONVERTED -> "ok";
            case CLINICAL_REVIEW -> "clinical";
            case NURTURE, LOST, SPAM, MERGED -> "neutral";
        };
    }
}

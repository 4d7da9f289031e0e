package io.plumbline.leads.ui.queue;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Aside;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.BeforeLeaveEvent;
import com.vaadin.flow.router.BeforeLeaveObserver;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteAlias;
import io.plumbline.leads.calling.CallService;
import io.plumbline.leads.queue.CallQueueService;
import io.plumbline.leads.queue.LeadQueueFilter;
import io.plumbline.leads.queue.LeadRow;
import io.plumbline.leads.ui.LiveLeads;
import io.plumbline.leads.ui.panel.LeadPanel;
import io.plumbline.leads.ui.panel.LeadPanelFactory;
import io.plumbline.leads.ui.panel.LeadUndo;
import io.plumbline.leads.ui.panel.NewLeadFactory;
import io.plumbline.shared.Permission;
import io.plumbline.shared.Routes;
import io.plumbline.shared.ids.Ids;
import io.plumbline.shared.ids.LeadId;
import io.plumbline.shared.ui.Filters;
import io.plumbline.shared.ui.Lazily;
import io.plumbline.shared.ui.Leaving;
import io.plumbline.shared.ui.LiveScreens;
import io.plumbline.shared.ui.Ui;
import jakarta.annotation.security.RolesAllowed;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The queue of open leads, with a lead or the form for a new lead beside it, depending on the URL. */
@Route(Routes.LEADS)
@RouteAlias(Routes.NEW_LEAD)
@RouteAlias(Routes.LEADS + "/:" + Routes.ID)
@PageTitle("Call now · Plumbline")
@Menu(order = 10, title = "Call now", icon = "PHONE")
@RolesAllowed(Permission.LEAD_READ)
class CallNowView extends Main implements BeforeEnterObserver, BeforeLeaveObserver {
    private final CallQueueService queue;
    private final LeadPanelFactory panels;
    private final NewLeadFactory newLeads;
    private final ShownBar parted = new ShownBar();
    private final Grid<LeadRow> list;
    private final Aside beside = new Aside();
    private LeadQueueFilter shown = LeadQueueFilter.EVERYONE;
    private @Nullable LeadPanel panel;

    CallNowView(
            CallQueueService queue,
            CallService calls,
            CallRow row,
            LeadPanelFactory panels,
            NewLeadFactory newLeads,
            LeadUndo undo,
            LiveScreens screens) {
        this.queue = queue;
        this.panels = panels;
        this.newLeads = newLeads;
        list = Lazily.list(
                "Open consultation leads",
                LeadRow::id,
                row.renderer(() -> shown, this::leaveFor),
                (after, limit) -> queue.queue(shown, after, limit));
        beside.addClassName("beside");
        beside.getElement().setAttribute("aria-label", "Selected lead");
        Ui.page(
                this,
                "Call now",
                "Open consultation leads, sorted by response target.",
                Ui.div("with-panel", Ui.div("call-queue", parted, list), beside));
        Ui.pageActions(this, newLeads.button(this::leaveFor), new ClaimNext(calls, undo, this::leaveFor));
        screens.keepUpToDate(this, LiveLeads::isConcernedBy, this::refresh);
        screens.keepOnTime(this, this::tellTime);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var before = panel;
        beside.removeAll();
        panel = null;
        show(Filters.of(event.getLocation(), ShownBar.IN_ADDRESS, LeadQueueFilter.class)
                .orElse(LeadQueueFilter.EVERYONE));
        var id = event.getRouteParameters().get(Routes.ID);
        if (id.isPresent()) {
            panel = Ids.inAddress(id.get(), LeadId::parse)
                    .flatMap(lead -> panels.open(lead, this::close))
                    .orElseThrow(NotFoundException::new);
            beside.add(panel);
            panel.focus();
        } else if (event.getLocation().getPath().equals(Routes.NEW_LEAD)) {
            // the queue stays behind the form, in the URL too
            event.getUI().getPage().getHistory().replaceState(null, ShownBar.address(Routes.LEADS, shown));
            newLeads.open(this::leaveFor);
        } else if (before != null) {
            focusRowOf(before.lead());
        }
        count();
        Lazily.choose(list, panel == null ? null : panel.lead());
        beside.setVisible(beside.getComponentCount() > 0);
        getElement().getClassList().set("has-panel", beside.isVisible());
    }

    @Override
    public void beforeLeave(BeforeLeaveEvent event) {
        if (hasChanges()) {
            Leaving.ask(event);
        }
    }

    private boolean hasChanges() {
        return panel != null && panel.hasChanges();
    }

    /** Claims a lead and opens it within the current filter, after asking whether unsaved input may be discarded. */
    private void leaveFor(Supplier<Optional<LeadId>> claimed) {
        Leaving.ask(this::hasChanges, () -> claimed.get().ifPresent(lead -> {
            // the user has already confirmed
            panel = null;
            UI.getCurrentOrThrow().navigate(Routes.lead(lead), ShownBar.query(shown));
        }));
    }

    /** Returns the focus to the row of the lead in the queue. */
    private void focusRowOf(LeadId lead) {
        list.getElement().executeJs("this.querySelector(`a[href*='${$0}']`)?.focus()", lead.toString());
    }

    private void show(LeadQueueFilter part) {
        list.setEmptyStateText(nothing(part));
        if (part != shown) {
            shown = part;
            list.getDataProvider().refreshAll();
        }
    }

    private static String nothing(LeadQueueFilter part) {
        return switch (part) {
            case EVERYONE ->
                "No open leads. Press New lead for people who call or walk in. People who fill out the public form appear here.";
            case MINE -> "You have not claimed a lead. A lead that you claim stays here until its call is logged.";
            case UNCLAIMED -> "No unclaimed leads. New leads and released leads appear here.";
            case CLINICAL_REVIEW ->
                "No leads in clinical review. A lead appears here when a safety question of the form is answered yes.";
        };
    }

    private void close() {
        UI.getCurrentOrThrow().navigate(Routes.LEADS, ShownBar.query(shown));
    }

    private void count() {
        parted.show(shown, queue.countShown());
    }

    private void askForTheList() {
        count();
        list.getDataProvider().refreshAll();
    }

    private void tellTime() {
        askForTheList();
        Optional.ofNullable(panel).ifPresent(LeadPanel::tellTime);
    }

    private void refresh() {
        askForTheList();
        Optional.ofNullable(panel).ifPresent(LeadPanel::refresh);
    }
}

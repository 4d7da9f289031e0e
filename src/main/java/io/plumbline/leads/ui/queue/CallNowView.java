package io.plumbline.leads.ui.queue;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.BeforeLeaveEvent;
import com.vaadin.flow.router.BeforeLeaveObserver;
import com.vaadin.flow.router.Menu;
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
import io.plumbline.leads.ui.panel.NewLead;
import io.plumbline.shared.Permission;
import io.plumbline.shared.Routes;
import io.plumbline.shared.ids.LeadId;
import io.plumbline.shared.ui.Chips;
import io.plumbline.shared.ui.Filters;
import io.plumbline.shared.ui.Keys;
import io.plumbline.shared.ui.Lazily;
import io.plumbline.shared.ui.Leaving;
import io.plumbline.shared.ui.ListScreen;
import io.plumbline.shared.ui.LiveScreens;
import io.plumbline.shared.ui.Ui;
import jakarta.annotation.security.RolesAllowed;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** The queue of open leads, with a lead or the form for a new lead beside it, depending on the URL. */
@Route(Routes.LEADS)
@RouteAlias(Routes.NEW_LEAD)
@RouteAlias(Routes.LEADS + "/:" + Routes.ID)
@PageTitle("Call now · Plumbline")
@Menu(order = 10, title = "Call now", icon = "PHONE")
@RolesAllowed(Permission.LEAD_READ)
class CallNowView extends Main implements BeforeEnterObserver, BeforeLeaveObserver {
    private static final String SHOW = "show";

    private final CallQueueService queue;
    private final NewLead newLead;
    private final Chips parted = new Chips("Queue filters");
    private final ListScreen<LeadId, LeadPanel> list;
    private LeadQueueFilter shown = LeadQueueFilter.EVERYONE;

    CallNowView(
            CallQueueService queue,
            CallService calls,
            CallRow row,
            LeadPanelFactory panels,
            NewLead newLead,
            LeadUndo undo,
            LiveScreens screens) {
        this.queue = queue;
        this.newLead = newLead;
        list = new ListScreen<>(
                this,
                Lazily.list(
                        "Open consultation leads",
                        LeadRow::id,
                        row.renderer(() -> shown, this::leaveFor),
                        (after, limit) -> queue.queue(shown, after, limit)),
                "Selected lead",
                LeadId::new,
                lead -> panels.open(lead, this::close));
        Ui.page(this, "Call now", "Open consultation leads, sorted by response target.", list.withPanel(parted));
        Ui.pageActions(this, newLead.button(this::leaveFor), claimNext(calls, undo));
        screens.keepUpToDate(this, LiveLeads::isConcernedBy, this::refresh);
        screens.keepOnTime(this, this::tellTime);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        show(Filters.of(event.getLocation(), SHOW, LeadQueueFilter.class).orElse(LeadQueueFilter.EVERYONE));
        if (event.getLocation().getPath().equals(Routes.NEW_LEAD)) {
            // the queue stays behind the form, in the URL too
            event.getUI().getPage().getHistory().replaceState(null, address(Routes.LEADS, shown));
            list.show(null);
            newLead.open(this::leaveFor);
        } else {
            list.enter(event);
            list.panel().map(LeadPanel::lead).ifPresent(list::mark);
        }
        count();
    }

    @Override
    public void beforeLeave(BeforeLeaveEvent event) {
        if (hasChanges()) {
            Leaving.ask(event);
        }
    }

    private boolean hasChanges() {
        return list.panel().filter(LeadPanel::hasChanges).isPresent();
    }

    /** Claims a lead and opens it within the current filter, after asking whether unsaved input may be discarded. */
    private void leaveFor(Supplier<Optional<LeadId>> claimed) {
        Leaving.ask(this::hasChanges, () -> claimed.get().ifPresent(lead -> {
            // the user has already confirmed
            list.show(null);
            UI.getCurrentOrThrow().navigate(Routes.lead(lead), Filters.query(values(shown)));
        }));
    }

    /** Claims the next lead of the queue that can be called now, and opens it. */
    private Div claimNext(CallService calls, LeadUndo undo) {
        var none = Ui.text("muted", "");
        none.getElement().setAttribute("role", "status");
        var claim = Ui.primary(new Button(
                "Claim next",
                e -> leaveFor(() -> {
                    var next = calls.claimNext();
                    none.setText(next.isPresent() ? "" : "No leads to call now");
                    next.ifPresent(lead -> undo.offer(lead, "claimed", () -> {}));
                    return next;
                })));
        var hint = Ui.text("kbd", "C");
        hint.getElement().setAttribute("aria-hidden", "true");
        claim.setIcon(hint);
        Keys.on(claim, "c", "Claim the next lead");
        return Ui.div("cluster", none, claim);
    }

    private void show(LeadQueueFilter part) {
        list.ifEmpty(nothing(part));
        if (part != shown) {
            shown = part;
            list.refresh();
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

    private static Map<String, ?> values(LeadQueueFilter shown) {
        return shown == LeadQueueFilter.EVERYONE ? Map.of() : Map.of(SHOW, shown);
    }

    /** Returns an address that keeps the current filter. */
    static String address(String place, LeadQueueFilter shown) {
        return Filters.address(place, values(shown));
    }

    private void close() {
        UI.getCurrentOrThrow().navigate(Routes.LEADS, Filters.query(values(shown)));
    }

    private void count() {
        parted.show(Chips.of(
                LeadQueueFilter.class,
                shown,
                LeadQueueFilter::label,
                one -> address(Routes.LEADS, one),
                queue.countShown(),
                CallQueueService.MOST_COUNTED));
    }

    private void askForTheList() {
        count();
        list.refresh();
    }

    private void tellTime() {
        askForTheList();
        list.panel().ifPresent(LeadPanel::tellTime);
    }

    private void refresh() {
        askForTheList();
        list.panel().ifPresent(LeadPanel::refresh);
    }
}

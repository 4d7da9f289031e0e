package io.plumbline.leads.ui;

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
import io.plumbline.clinics.ClinicService;
import io.plumbline.leads.LeadDetails;
import io.plumbline.leads.LeadId;
import io.plumbline.leads.LeadRow;
import io.plumbline.leads.LeadService;
import io.plumbline.leads.LeadsShown;
import io.plumbline.shared.Ids;
import io.plumbline.shared.Permission;
import io.plumbline.shared.ui.Filters;
import io.plumbline.shared.ui.Lazily;
import io.plumbline.shared.ui.Leaving;
import io.plumbline.shared.ui.Places;
import io.plumbline.shared.ui.Ui;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The queue of open leads; beside it the one that the address names, or a new one. */
@Route(Places.LEADS)
@RouteAlias(Places.NEW_LEAD)
@RouteAlias(Places.LEADS + "/:" + Places.ID)
@PageTitle("Call now · Plumbline")
@Menu(order = 10, title = "Call now", icon = "PHONE")
@RolesAllowed(Permission.LEAD_READ)
class CallNowView extends Main implements BeforeEnterObserver, BeforeLeaveObserver {
    private final LeadService leads;
    private final LeadPanelParts parts;
    private final Clock clock;
    private final ShownBar parted = new ShownBar();
    private final Grid<LeadRow> list;
    private final JustInList justIn;
    private final Aside beside = new Aside();
    private LeadsShown shown = LeadsShown.EVERYONE;
    private @Nullable LeadPanel panel;

    CallNowView(LeadService leads, LeadPanelParts parts, LeadScreens screens, ClinicService clinics, Clock clock) {
        this.leads = leads;
        this.parts = parts;
        this.clock = clock;
        list = Lazily.list(
                "Open consultation leads",
                LeadRow::id,
                new CallRow(parts, clinics, this::leaveFor).renderer(() -> shown),
                (after, limit) -> leads.queue(shown, after, limit));
        justIn = new JustInList(leads, clinics, clock);
        beside.addClassName("beside");
        beside.getElement().setAttribute("aria-label", "Chosen lead");
        Ui.page(
                this,
                "Call now",
                "Open consultation leads by their promise.",
                Ui.div("with-panel", Ui.div("call-queue", parted, justIn, list), beside));
        Ui.pageActions(this, NewLead.button(leads, parts, clock, this::leaveFor), new ClaimNext(parts, this::leaveFor));
        screens.keepUpToDate(this, this::askAgain);
        screens.keepOnTime(this, this::tellTime);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var before = panel;
        beside.removeAll();
        panel = null;
        show(Filters.of(event.getLocation(), ShownBar.IN_ADDRESS, LeadsShown.class)
                .orElse(LeadsShown.EVERYONE));
        var id = event.getRouteParameters().get(Places.ID);
        if (id.isPresent()) {
            panel = Ids.inAddress(id.get(), LeadId::parse)
                    .flatMap(leads::open)
                    .map(this::panel)
                    .orElseThrow(NotFoundException::new);
            beside.add(panel);
            panel.focus();
        } else if (event.getLocation().getPath().equals(Places.NEW_LEAD)) {
            // the queue stays behind the form, in the address too
            event.getUI().getPage().getHistory().replaceState(null, ShownBar.address(Places.LEADS, shown));
            NewLead.open(leads, parts, clock, this::leaveFor);
        } else if (before != null) {
            focusRowOf(before.lead());
        }
        // after the lead is opened, which is no news then
        askAround();
        Lazily.choose(list, panel == null ? null : panel.lead());
        beside.setVisible(beside.getComponentCount() > 0);
        getElement().getClassList().set("has-panel", beside.isVisible());
    }

    /** A merged lead is read under the one that is kept, where the caller may see that. */
    private LeadPanel panel(LeadDetails lead) {
        var kept = lead.readUnder();
        if (kept == null) {
            return new LeadPanel(leads, parts, lead, Optional.empty(), this::close);
        }
        var merged = lead.draft().fullName() + ", whom you asked for, is merged into this lead.";
        return leads.open(kept.id())
                .map(found -> new LeadPanel(leads, parts, found, Optional.of(merged), this::close))
                .orElseGet(() -> new LeadPanel(
                        leads,
                        parts,
                        lead,
                        Optional.of("This lead is merged into another, in a queue that is not yours."),
                        this::close));
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

    /** Claims a lead and opens it in the part that is shown, but not before the one that is open may be left. */
    private void leaveFor(Supplier<Optional<LeadId>> claimed) {
        Leaving.ask(this::hasChanges, () -> claimed.get().ifPresent(lead -> {
            // it was asked
            panel = null;
            UI.getCurrentOrThrow().navigate(Places.lead(lead.value()), ShownBar.query(shown));
        }));
    }

    /** Leads the keyboard back to where it came from. */
    private void focusRowOf(LeadId lead) {
        list.getElement().executeJs("this.querySelector(`a[href*='${$0}']`)?.focus()", lead.toString());
    }

    private void show(LeadsShown part) {
        list.setEmptyStateText(nothing(part));
        if (part != shown) {
            shown = part;
            list.getDataProvider().refreshAll();
        }
    }

    private static String nothing(LeadsShown part) {
        return switch (part) {
            case EVERYONE ->
                "No open lead. Press New lead for who calls or walks in; who fills the public form appears here.";
            case MINE -> "You call nobody now. Claim a lead, and it stands here until its call is logged.";
            case UNCLAIMED -> "No open lead is unclaimed. A new one appears here, and one that is given back.";
            case CLINICAL_REVIEW ->
                "No lead waits for a chiropractor. One appears here when a safety question of the form is answered yes.";
        };
    }

    private void close() {
        UI.getCurrentOrThrow().navigate(Places.LEADS, ShownBar.query(shown));
    }

    /** How many each part shows; and, above all leads and not above some of them, what has just come in. */
    private void askAround() {
        parted.show(shown, leads.countShown());
        if (shown == LeadsShown.EVERYONE) {
            justIn.refresh();
        } else {
            justIn.setVisible(false);
        }
    }

    private void askForTheList() {
        askAround();
        list.getDataProvider().refreshAll();
    }

    private void tellTime() {
        askForTheList();
        Optional.ofNullable(panel).ifPresent(LeadPanel::tellTime);
    }

    private void askAgain() {
        askForTheList();
        Optional.ofNullable(panel).ifPresent(LeadPanel::refresh);
    }
}

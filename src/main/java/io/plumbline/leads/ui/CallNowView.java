package io.plumbline.leads.ui;

import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Aside;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.data.renderer.LitRenderer;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.BeforeLeaveEvent;
import com.vaadin.flow.router.BeforeLeaveObserver;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteAlias;
import io.plumbline.clinics.ClinicLabel;
import io.plumbline.clinics.ClinicService;
import io.plumbline.leads.LeadDetails;
import io.plumbline.leads.LeadId;
import io.plumbline.leads.LeadRow;
import io.plumbline.leads.LeadService;
import io.plumbline.shared.Ids;
import io.plumbline.shared.Permission;
import io.plumbline.shared.ui.Lazily;
import io.plumbline.shared.ui.Leaving;
import io.plumbline.shared.ui.Places;
import io.plumbline.shared.ui.Ui;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.util.Optional;
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
    private final ClinicService clinics;
    private final Clock clock;
    private final TouchWords words;
    private final Grid<LeadRow> list;
    private final JustInList justIn;
    private final Aside beside = new Aside();
    private @Nullable LeadPanel panel;

    CallNowView(LeadService leads, LeadPanelParts parts, LeadScreens screens, ClinicService clinics, Clock clock) {
        this.leads = leads;
        this.parts = parts;
        this.clinics = clinics;
        this.clock = clock;
        words = new TouchWords(parts, clock);
        list = Lazily.list("Open consultation leads", LeadRow::id, row(), leads::queue);
        list.setEmptyStateText("No open lead. A new one appears here as soon as somebody asks for a consultation.");
        justIn = new JustInList(leads, clinics, clock);
        beside.addClassName("beside");
        beside.getElement().setAttribute("aria-label", "Chosen lead");
        Ui.page(
                this,
                "Call now",
                "Open consultation leads by their promise.",
                Ui.div("with-panel", Ui.div("call-queue", justIn, list), beside));
        Ui.pageActions(this, NewLead.button(leads, parts, clock), new ClaimNext(parts));
        screens.keepUpToDate(this, this::askAgain);
        screens.keepOnTime(this, this::askForTheList);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var before = panel;
        beside.removeAll();
        panel = null;
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
            event.getUI().getPage().getHistory().replaceState(null, Places.LEADS);
            NewLead.open(leads, parts, clock);
        } else if (before != null) {
            focusRowOf(before.lead());
        }
        // after the lead is opened, which is no news then
        justIn.refresh();
        Lazily.choose(list, panel == null ? null : panel.lead());
        beside.setVisible(beside.getComponentCount() > 0);
        getElement().getClassList().set("has-panel", beside.isVisible());
    }

    /** A merged lead is read under the one that is kept, where the caller may see that. */
    private LeadPanel panel(LeadDetails lead) {
        var kept = lead.readUnder();
        if (kept == null) {
            return new LeadPanel(leads, parts, lead, Optional.empty());
        }
        var merged = lead.draft().fullName() + ", whom you asked for, is merged into this lead.";
        return leads.open(kept.id())
                .map(found -> new LeadPanel(leads, parts, found, Optional.of(merged)))
                .orElseGet(() -> new LeadPanel(
                        leads,
                        parts,
                        lead,
                        Optional.of("This lead is merged into another, in a queue that is not yours.")));
    }

    @Override
    public void beforeLeave(BeforeLeaveEvent event) {
        if (panel != null && panel.hasChanges()) {
            Leaving.ask(event);
        }
    }

    /** Leads the keyboard back to where it came from. */
    private void focusRowOf(LeadId lead) {
        list.getElement().executeJs("this.querySelector(`a[href$='${$0}']`)?.focus()", lead.toString());
    }

    private void askForTheList() {
        justIn.refresh();
        list.getDataProvider().refreshAll();
    }

    private void askAgain() {
        askForTheList();
        Optional.ofNullable(panel).ifPresent(LeadPanel::refresh);
    }

    private LitRenderer<LeadRow> row() {
        return LitRenderer.<LeadRow>of("""
                <h2 class="list-group" ?hidden="${!item.isFirst}">${item.group}</h2>
                <div class="list-row wide-4">
                  <span class="two"><a class="row-link" href="${item.address}" aria-current="${item.current}">${item.name}</a><span class="quiet">${item.source} · ${item.clinic}</span></span>
                  <span class="line-two">${item.concern}</span>
                  <span class="line-three two"><span><span class="badge tone-${item.tone}">${item.due}</span></span><span class="quiet">${item.clock}</span></span>
                  <span class="quiet end">${item.status}</span>
                </div>""")
                .withProperty("address", row -> Places.lead(row.id().value()))
                .withProperty("name", LeadRow::fullName)
                .withProperty("concern", LeadRow::concern)
                .withProperty("source", row -> row.source().word())
                .withProperty(
                        "clinic", row -> clinic(row).map(ClinicLabel::name).orElse("Group"))
                .withProperty("isFirst", LeadRow::isFirstOfUrgency)
                .withProperty("group", row -> row.urgency().word())
                .withProperty("tone", row -> TouchWords.tone(row.urgency()))
                .withProperty("due", row -> words.due(row.touch(), row.urgency(), row.clinic()))
                .withProperty("clock", row -> words.clock(row.touch(), row.urgency(), row.clinic()))
                .withProperty(
                        "status",
                        row -> row.claimedBy() == null ? row.status().word() : row.claimedBy() + " calls now");
    }

    private Optional<ClinicLabel> clinic(LeadRow row) {
        return Optional.ofNullable(row.clinic()).map(clinics.labels()::get);
    }
}

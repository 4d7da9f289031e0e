package io.plumbline.plans.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.data.renderer.LitRenderer;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import io.plumbline.plans.PlanFilter;
import io.plumbline.plans.PlanRow;
import io.plumbline.plans.PlanRow.Need;
import io.plumbline.plans.PlanService;
import io.plumbline.shared.Caller;
import io.plumbline.shared.Dates;
import io.plumbline.shared.Permission;
import io.plumbline.shared.Routes;
import io.plumbline.shared.ui.Filters;
import io.plumbline.shared.ui.Keys;
import io.plumbline.shared.ui.Lazily;
import io.plumbline.shared.ui.Ui;
import jakarta.annotation.security.RolesAllowed;
import java.util.Objects;

@Route(Routes.PLANS)
@PageTitle("Treatment plans · Plumbline")
@Menu(order = 31, title = "Treatment plans", icon = "PLAN")
@RolesAllowed(Permission.PLAN_READ)
class PlanListView extends Main implements BeforeEnterObserver {
    private static final String ONLY = "only";

    private final Select<PlanFilter> only = new Select<>();
    private final Grid<PlanRow> list;
    private PlanFilter filter = PlanFilter.ALL;

    PlanListView(PlanService plans) {
        list = Lazily.list(
                "Active and on-hold treatment plans",
                PlanRow::id,
                row(),
                (after, limit) -> plans.worklist(filter, after, limit));
        only.setLabel("Show");
        only.setItems(PlanFilter.values());
        only.setItemLabelGenerator(PlanFilter::label);
        only.addValueChangeListener(e -> {
            if (e.isFromClient()) {
                UI.getCurrentOrThrow()
                        .navigate(
                                Routes.PLANS,
                                e.getValue() == PlanFilter.ALL
                                        ? QueryParameters.empty()
                                        : QueryParameters.of(ONLY, Filters.inAddress(e.getValue())));
            }
        });
        Keys.on(only, "/", "Choose which plans are shown");
        Ui.page(
                this,
                "Treatment plans",
                Caller.current().isClinician()
                        ? "Active plans. Clinical holds first, then the longest overdue. Sorted by urgency; each row shows why."
                        : "Active and on-hold plans, longest overdue first. Each row shows why.",
                Ui.div("filters", only),
                list);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        filter = Filters.of(event.getLocation(), ONLY, PlanFilter.class).orElse(PlanFilter.ALL);
        only.setValue(filter);
        list.setEmptyStateText(
                switch (filter) {
                    case ALL -> "No active treatment plans. A chiropractor starts one from a signed intake note.";
                    case NOT_BOOKED -> "Every active plan has its next visit booked or no visits left.";
                    case ON_HOLD -> "No plans on hold. A plan is put on hold on its own page, with a reason.";
                });
        list.getDataProvider().refreshAll();
    }

    private static LitRenderer<PlanRow> row() {
        return LitRenderer.<PlanRow>of("""
                <div class="list-row wide-3">
                  <span class="two"><a class="row-link" href="${item.address}">${item.name}</a><span class="quiet">${item.title}</span></span>
                  <span class="line-two cluster">
                    ${item.flag ? html`<span class="badge tone-clinical">${item.flag}</span>` : ''}
                    ${item.behind ? html`<span class="badge tone-warn">${item.behind}</span>` : ''}
                    ${item.booking ? html`<span class="badge tone-info">${item.booking}</span>` : ''}
                    ${item.rests ? html`<span class="badge tone-neutral">${item.rests}</span><span class="quiet">${item.why}</span>` : ''}
                    ${item.calm ? html`<span class="quiet">${item.calm}</span>` : ''}
                  </span>
                  <span class="two end"><span class="num strong">${item.progress}</span><span class="quiet">${item.next}</span></span>
                </div>""")
                .withProperty("address", row -> Routes.plan(row.id()))
                .withProperty("name", PlanRow::patientName)
                .withProperty("title", PlanRow::title)
                .withProperty("flag", row -> row.needs().contains(Need.FLAG_OPEN) ? flag(row) : "")
                .withProperty("behind", row -> row.needs().contains(Need.BEHIND) ? behind(row) : "")
                .withProperty("booking", row -> row.needs().contains(Need.NOT_BOOKED) ? notBooked(row) : "")
                .withProperty("rests", row -> row.heldOn() == null ? "" : "On hold since " + Dates.day(row.heldOn()))
                .withProperty("why", row -> Objects.toString(row.holdReason(), ""))
                .withProperty("calm", row -> row.needs().isEmpty() && row.heldOn() == null ? calm(row) : "")
                .withProperty("progress", row -> row.delivered() + " of " + row.planned())
                .withProperty(
                        "next", row -> row.nextBookedOn() == null ? "" : "Next visit " + Dates.day(row.nextBookedOn()));
    }

    private static String flag(PlanRow row) {
        var level = row.flag();
        if (level == null) {
            return "Clinical hold: no treatment or exercise session until cleared";
        }
        return "Red flag, " + level.fullLabel()
                + (row.clinicalHold() ? ": no treatment or exercise session until cleared" : ": decision needed");
    }

    private static String behind(PlanRow row) {
        return row.missed() + (row.missed() == 1 ? " visit" : " visits") + " behind: the first was planned for "
                + Dates.day(row.dueOn());
    }

    private static String notBooked(PlanRow row) {
        return row.missed() > 0
                ? "No visit booked"
                : "No visit booked: the next is planned for " + Dates.day(row.dueOn());
    }

    private static String calm(PlanRow row) {
        return row.delivered() == row.planned()
                ? "All visits delivered on " + Dates.day(row.dueOn()) + ": decide on the next step"
                : "On track";
    }
}

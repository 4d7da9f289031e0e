package io.plumbline.plans.ui;

import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.data.renderer.LitRenderer;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import io.plumbline.plans.PlanRow;
import io.plumbline.plans.PlanRow.Need;
import io.plumbline.plans.PlanService;
import io.plumbline.shared.Caller;
import io.plumbline.shared.Permission;
import io.plumbline.shared.ui.Dates;
import io.plumbline.shared.ui.Lazily;
import io.plumbline.shared.ui.Places;
import io.plumbline.shared.ui.Ui;
import jakarta.annotation.security.RolesAllowed;

@Route(Places.PLANS)
@PageTitle("Treatment plans · Plumbline")
@Menu(order = 31, title = "Treatment plans", icon = "PLAN")
@RolesAllowed(Permission.PLAN_READ)
class PlanListView extends Main {
    PlanListView(PlanService plans) {
        var list = Lazily.list("Active treatment plans", PlanRow::id, row(), plans::active);
        list.setEmptyStateText("No treatment plan is active. The chiropractor starts one from a signed intake note.");
        Ui.page(
                this,
                "Treatment plans",
                Caller.current().isClinician()
                        ? "Plans that run now: what a flag holds up first, then what waits longest. Each says why it needs you."
                        : "Plans that run now, what waits longest first. Each says why it needs somebody.",
                list);
    }

    private static LitRenderer<PlanRow> row() {
        return LitRenderer.<PlanRow>of("""
                <div class="list-row wide-3">
                  <span class="two"><a class="row-link" href="${item.address}">${item.name}</a><span class="quiet">${item.title}</span></span>
                  <span class="line-two cluster">
                    ${item.flag ? html`<span class="badge tone-clinical">${item.flag}</span>` : ''}
                    ${item.behind ? html`<span class="badge tone-warn">${item.behind}</span>` : ''}
                    ${item.booking ? html`<span class="badge tone-info">${item.booking}</span>` : ''}
                    ${item.calm ? html`<span class="quiet">${item.calm}</span>` : ''}
                  </span>
                  <span class="two end"><span class="num strong">${item.progress}</span><span class="quiet">${item.next}</span></span>
                </div>""")
                .withProperty("address", row -> Places.plan(row.id()))
                .withProperty("name", PlanRow::patientName)
                .withProperty("title", PlanRow::title)
                .withProperty("flag", row -> row.needs().contains(Need.FLAG_OPEN) ? flag(row) : "")
                .withProperty("behind", row -> row.needs().contains(Need.BEHIND) ? behind(row) : "")
                .withProperty("booking", row -> row.needs().contains(Need.NOT_BOOKED) ? notBooked(row) : "")
                .withProperty("calm", row -> row.needs().isEmpty() ? calm(row) : "")
                .withProperty("progress", row -> row.delivered() + " of " + row.planned())
                .withProperty(
                        "next", row -> row.nextBookedOn() == null ? "" : "Next visit " + Dates.day(row.nextBookedOn()));
    }

    private static String flag(PlanRow row) {
        var level = row.flag();
        if (level == null) {
            return "Clinical hold: no manual treatment until a chiropractor decides";
        }
        return "Flag open, " + level.label()
                + (row.onHold() ? ": no manual treatment until decided" : ": to be decided");
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
                ? "All visits delivered on " + Dates.day(row.dueOn()) + ": decide how it goes on"
                : "Runs as planned";
    }
}

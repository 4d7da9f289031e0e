package io.plumbline.plans.ui;

import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.data.renderer.LitRenderer;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import io.plumbline.plans.PlanRow;
import io.plumbline.plans.PlanService;
import io.plumbline.shared.Permission;
import io.plumbline.shared.ui.Dates;
import io.plumbline.shared.ui.Lazily;
import io.plumbline.shared.ui.Places;
import io.plumbline.shared.ui.Ui;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;

@Route(Places.PLANS)
@PageTitle("Treatment plans · Plumbline")
@Menu(order = 31, title = "Treatment plans", icon = "PLAN")
@RolesAllowed(Permission.PLAN_READ)
class PlanListView extends Main {
    PlanListView(PlanService plans) {
        var list = Lazily.list(
                "Active treatment plans",
                PlanRow::id,
                row(),
                (after, limit) -> after == null ? plans.active() : List.of());
        list.setEmptyStateText("No treatment plan is active. The chiropractor starts one from a signed intake note.");
        Ui.page(this, "Treatment plans", "Plans that run now, the earliest planned visit first.", list);
    }

    private static LitRenderer<PlanRow> row() {
        return LitRenderer.<PlanRow>of("""
                <div class="list-row wide-3">
                  <span class="two"><a class="row-link" href="${item.address}">${item.name}</a><span class="quiet">${item.status}</span></span>
                  <span class="line-two">${item.title}</span>
                  <span class="quiet end">${item.next}</span>
                </div>""")
                .withProperty("address", row -> Places.patient(row.patient()))
                .withProperty("name", PlanRow::patientName)
                .withProperty("status", row -> row.status().word())
                .withProperty("title", PlanRow::title)
                .withProperty(
                        "next",
                        row -> row.nextBookedOn() == null
                                ? "No visit booked"
                                : "Next visit " + Dates.day(row.nextBookedOn()));
    }
}

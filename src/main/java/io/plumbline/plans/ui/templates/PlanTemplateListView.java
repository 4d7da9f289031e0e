package io.plumbline.plans.ui.templates;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.data.renderer.LitRenderer;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import io.plumbline.plans.templates.PlanTemplateService;
import io.plumbline.plans.templates.TemplateRow;
import io.plumbline.shared.Permission;
import io.plumbline.shared.Routes;
import io.plumbline.shared.ui.Icon;
import io.plumbline.shared.ui.Lazily;
import io.plumbline.shared.ui.StatusBadge.Tone;
import io.plumbline.shared.ui.Ui;
import jakarta.annotation.security.RolesAllowed;
import java.util.stream.Collectors;

/** The plan templates of the clinics and the examples that ship with the portal. */
@Route(Routes.PLAN_TEMPLATES)
@PageTitle("Plan templates · Plumbline")
@Menu(order = 35, title = "Plan templates", icon = "PLAN")
@RolesAllowed(Permission.PLAN_WRITE)
class PlanTemplateListView extends Main {
    PlanTemplateListView(PlanTemplateService templates) {
        Grid<TemplateRow> list =
                Lazily.list("Plan templates", TemplateRow::id, row(), (after, limit) -> templates.findAll());
        Ui.page(
                this,
                "Plan templates",
                "What a plan of a kind begins with. A plan keeps the version that it began with.",
                list);
        Ui.pageActions(this, begin(templates));
    }

    private static Component begin(PlanTemplateService templates) {
        var begin = Ui.primary(Ui.once("New template", () -> Ui.navigate(Routes.planTemplateDraft(templates.begin()))));
        begin.setIcon(Icon.PLUS.create());
        return begin;
    }

    private static LitRenderer<TemplateRow> row() {
        return LitRenderer.<TemplateRow>of("""
                <div class="list-row wide-4">
                  <span class="two"><a class="row-link" href="${item.address}">${item.name}</a><span class="quiet">${item.visits}</span></span>
                  <span class="two line-two"><span class="clamp" title="${item.purpose}">${item.purpose}</span></span>
                  <span class="line-three"><span class="badge tone-${item.tone}">${item.state}</span></span>
                  <span class="quiet end">${item.draft}</span>
                </div>""")
                .withProperty("address", row -> Routes.planTemplate(row.id()))
                .withProperty(
                        "name",
                        row -> row.content().name().isEmpty()
                                ? "Unnamed template"
                                : row.content().name())
                .withProperty("visits", PlanTemplateListView::visits)
                .withProperty("purpose", row -> row.content().purpose())
                .withProperty("tone", row -> tone(row).word())
                .withProperty("state", PlanTemplateListView::state)
                .withProperty("draft", row -> row.hasDraft() && row.published() > 0 ? "Next version in draft" : "");
    }

    private static Tone tone(TemplateRow row) {
        if (row.isRetired() || row.published() == 0) {
            return Tone.NEUTRAL;
        }
        return row.isExample() ? Tone.CLINICAL : Tone.OK;
    }

    private static String state(TemplateRow row) {
        if (row.isExample()) {
            return "Example, needs sign-off";
        }
        if (row.published() == 0) {
            return "Draft";
        }
        return row.isRetired() ? "Retired" : "Version " + row.published();
    }

    private static String visits(TemplateRow row) {
        var draft = row.content().asDraft();
        return draft.plannedPhases().isEmpty()
                ? "No services yet"
                : draft.plannedPhases().stream()
                        .map(phase -> phase.label() + " " + draft.visitsIn(phase))
                        .collect(Collectors.joining(" · ", "Visits: ", ""));
    }
}

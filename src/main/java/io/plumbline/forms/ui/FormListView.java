package io.plumbline.forms.ui;

import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.data.renderer.LitRenderer;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import io.plumbline.forms.FormRow;
import io.plumbline.forms.FormService;
import io.plumbline.shared.Permission;
import io.plumbline.shared.Routes;
import io.plumbline.shared.ui.Icon;
import io.plumbline.shared.ui.Lazily;
import io.plumbline.shared.ui.StatusBadge.Tone;
import io.plumbline.shared.ui.Ui;
import jakarta.annotation.security.RolesAllowed;

/** The clinics' own questions for intake notes. */
@Route(Routes.INTAKE_FORMS)
@PageTitle("Intake forms · Plumbline")
@Menu(order = 25.6, title = "Intake forms", icon = "NOTE")
@RolesAllowed(Permission.INTAKE_FORM_WRITE)
class FormListView extends Main {
    FormListView(FormService forms) {
        Grid<FormRow> list = Lazily.list("Intake forms", FormRow::id, row(), (after, limit) -> forms.findAll());
        Ui.page(
                this,
                "Intake forms",
                "Questions of your own that intake notes ask. A note keeps the version with which it began.",
                list);
        var begin = Ui.once(
                "New form",
                () -> Ui.navigate(Routes.intakeFormDraft(forms.begin().value())));
        begin.setIcon(Icon.PLUS.create());
        begin.addThemeVariants(ButtonVariant.PRIMARY);
        Ui.pageActions(this, begin);
    }

    private static LitRenderer<FormRow> row() {
        return LitRenderer.<FormRow>of("""
                <div class="list-row wide-4">
                  <span class="two"><a class="row-link" href="${item.address}">${item.name}</a><span class="quiet">${item.questions}</span></span>
                  <span class="two line-two"><span class="quiet">${item.notes}</span></span>
                  <span class="line-three"><span class="badge tone-${item.tone}">${item.state}</span></span>
                  <span class="quiet end">${item.draft}</span>
                </div>""")
                .withProperty("address", row -> Routes.intakeForm(row.id().value()))
                .withProperty("name", FormRow::name)
                .withProperty("questions", FormListView::questions)
                .withProperty("notes", row -> FormView.notes(row.content()))
                .withProperty("tone", row -> (row.isRetired() || row.published() == 0 ? Tone.NEUTRAL : Tone.OK).word())
                .withProperty(
                        "state",
                        row -> row.published() == 0
                                ? "Draft"
                                : row.isRetired() ? "Retired" : "Version " + row.published())
                .withProperty("draft", row -> row.hasDraft() && row.published() > 0 ? "Next version in draft" : "");
    }

    private static String questions(FormRow row) {
        var count = row.content().questions().count();
        return count == 1 ? "1 question" : count + " questions";
    }
}

package io.plumbline.patients.ui.consents;

import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.data.renderer.LitRenderer;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import io.plumbline.patients.consents.ConsentTextRow;
import io.plumbline.patients.consents.ConsentTextService;
import io.plumbline.shared.Dates;
import io.plumbline.shared.Permission;
import io.plumbline.shared.Routes;
import io.plumbline.shared.ui.Lazily;
import io.plumbline.shared.ui.StatusBadge.Tone;
import io.plumbline.shared.ui.Ui;
import jakarta.annotation.security.RolesAllowed;

/** The texts that patients agree to, by kind and language. */
@Route(Routes.CONSENT_TEXTS)
@PageTitle("Consent texts · Plumbline")
@Menu(order = 25.5, title = "Consent texts", icon = "INTAKE")
@RolesAllowed(Permission.CONSENT_TEXT_WRITE)
class ConsentTextListView extends Main {
    ConsentTextListView(ConsentTextService texts) {
        Grid<ConsentTextRow> list =
                Lazily.list("Consent texts", ConsentTextRow::key, row(), (after, limit) -> texts.findAll());
        Ui.page(
                this,
                "Consent texts",
                "What patients of all clinics agree to. A consent keeps the version that was agreed to.",
                list);
    }

    private static LitRenderer<ConsentTextRow> row() {
        return LitRenderer.<ConsentTextRow>of("""
                <div class="list-row wide-4">
                  <span class="two"><a class="row-link" href="${item.address}">${item.name}</a><span class="quiet">${item.title}</span></span>
                  <span class="two line-two"><span class="quiet">${item.from}</span></span>
                  <span class="line-three"><span class="badge tone-${item.tone}">${item.state}</span></span>
                  <span class="quiet end">${item.draft}</span>
                </div>""")
                .withProperty("address", row -> Routes.consentText(row.key().toString()))
                .withProperty("name", row -> row.key().label())
                .withProperty("title", ConsentTextRow::title)
                .withProperty(
                        "from", row -> row.validFrom() == null ? "" : "Valid from " + Dates.dayAndYear(row.validFrom()))
                .withProperty("tone", row -> (row.published() == 0 ? Tone.NEUTRAL : Tone.OK).word())
                .withProperty("state", row -> row.published() == 0 ? "No text yet" : "Version " + row.published())
                .withProperty("draft", row -> row.hasDraft() ? "Next version in draft" : "");
    }
}

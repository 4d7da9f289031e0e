package io.plumbline.practitioners.ui;

import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.data.renderer.LitRenderer;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import io.plumbline.clinics.ClinicService;
import io.plumbline.practitioners.Discipline;
import io.plumbline.practitioners.PractitionerFilter;
import io.plumbline.practitioners.PractitionerRow;
import io.plumbline.practitioners.PractitionerService;
import io.plumbline.shared.Permission;
import io.plumbline.shared.ui.Lazily;
import io.plumbline.shared.ui.Places;
import io.plumbline.shared.ui.Ui;
import jakarta.annotation.security.RolesAllowed;
import java.util.stream.Collectors;

@Route(Places.PRACTITIONERS)
@PageTitle("Practitioners · Plumbline")
@Menu(order = 24, title = "Practitioners", icon = "BADGE")
@RolesAllowed(Permission.PRACTITIONER_READ)
class PractitionerListView extends Main {
    private final ClinicService clinics;

    PractitionerListView(PractitionerService practitioners, ClinicService clinics) {
        this.clinics = clinics;
        var list = Lazily.list("Practitioners", PractitionerRow::id, row(), (after, limit) -> practitioners.list(PractitionerFilter.none(), after, limit));
        list.setEmptyStateText("No practitioner yet. The clinic manager adds the first one.");
        Ui.page(this, "Practitioners", "Who treats here, by name: disciplines, places and languages.", list);
    }

    private LitRenderer<PractitionerRow> row() {
        return LitRenderer.<PractitionerRow>of("""
                <div class="list-row wide-4">
                  <span class="strong">${item.name}</span>
                  <span class="line-two">${item.disciplines}</span>
                  <span class="quiet wide-only">${item.clinics}</span>
                  <span class="quiet end">${item.languages}</span>
                </div>""")
                .withProperty("name", PractitionerRow::name)
                .withProperty("disciplines", PractitionerListView::disciplines)
                .withProperty("clinics", this::places)
                .withProperty("languages", PractitionerRow::languages);
    }

    private static String disciplines(PractitionerRow row) {
        return row.disciplines().stream().map(Discipline::word).sorted().collect(Collectors.joining(", "));
    }

    private String places(PractitionerRow row) {
        return clinics.names(row.clinics());
    }
}

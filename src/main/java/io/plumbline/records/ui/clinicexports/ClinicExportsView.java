package io.plumbline.records.ui.clinicexports;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.data.renderer.LitRenderer;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import io.plumbline.records.clinicexports.ClinicExportRow;
import io.plumbline.shared.CurrentUser;
import io.plumbline.shared.Dates;
import io.plumbline.shared.Permission;
import io.plumbline.shared.Routes;
import io.plumbline.shared.ui.EmptyState;
import io.plumbline.shared.ui.Icon;
import io.plumbline.shared.ui.Lazily;
import io.plumbline.shared.ui.Ui;
import jakarta.annotation.security.RolesAllowed;

/** The exports of everything of a clinic: of the manager's clinics, and of all for the privacy officer. */
@Route(Routes.CLINIC_EXPORTS)
@PageTitle("Clinic exports · Plumbline")
@RolesAllowed({Permission.CLINIC_EXPORT, Permission.CLINIC_EXPORT_RELEASE})
class ClinicExportsView extends Main {
    private final ClinicExportDialogs dialogs;
    private final Grid<ClinicExportRow> list;

    ClinicExportsView(ClinicExportDialogs dialogs, ClinicExportScreens screens) {
        this.dialogs = dialogs;
        list = Lazily.list("Clinic exports", ClinicExportRow::id, row(), dialogs::list);
        list.setEmptyStateComponent(
                new EmptyState(
                        Icon.COPY,
                        "No exports yet",
                        "A manager asks for one here, such as for a move to another product. The privacy officer releases it."));
        Ui.page(
                this,
                "Clinic exports",
                "Everything of a clinic as one encrypted file, released by the privacy officer and downloaded once.",
                list);
        if (CurrentUser.may(Permission.CLINIC_EXPORT)) {
            Ui.pageActions(this, new Button("Ask for an export…", Icon.PLUS.create(), e -> dialogs.ask(this::refresh)));
        }
        screens.keepUpToDate(this, this::refresh);
    }

    private LitRenderer<ClinicExportRow> row() {
        return LitRenderer.<ClinicExportRow>of("""
                <div class="list-row break-glass-row">
                  <span class="two"><span class="row-name">${item.clinic}</span><span class="quiet num">${item.asked}</span></span>
                  <span class="line-two">${item.recipient}</span>
                  <span class="two line-three"><span class="quiet">${item.status}</span><span class="quiet">${item.by}</span></span>
                  <span class="end line-four"><vaadin-button theme="small" aria-label="Open the export of ${item.clinic} of ${item.asked}" @click="${open}">Open</vaadin-button></span>
                </div>""")
                .withProperty("clinic", ClinicExportRow::clinic)
                .withProperty("asked", row -> Dates.dayAndTime(row.askedAt(), dialogs.zone()))
                .withProperty("recipient", row -> "For " + row.recipient())
                .withProperty("status", ClinicExportRow::statusInWords)
                .withProperty("by", row -> "Asked for by " + row.askedByName())
                .withFunction("open", row -> dialogs.open(row, this::refresh));
    }

    private void refresh() {
        list.getDataProvider().refreshAll();
    }
}

package io.plumbline.records.ui.clinicexports;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import io.plumbline.records.clinicexports.ClinicExportChange;
import io.plumbline.records.clinicexports.ClinicExportRow;
import io.plumbline.records.ui.RegisterRow;
import io.plumbline.records.ui.RegisterScreen;
import io.plumbline.shared.CurrentUser;
import io.plumbline.shared.Dates;
import io.plumbline.shared.Permission;
import io.plumbline.shared.Routes;
import io.plumbline.shared.ui.EmptyState;
import io.plumbline.shared.ui.Icon;
import io.plumbline.shared.ui.LiveScreens;
import io.plumbline.shared.ui.Ui;
import jakarta.annotation.security.RolesAllowed;

/** The exports of everything of a clinic: of the manager's clinics, and of all for the privacy officer. */
@Route(Routes.CLINIC_EXPORTS)
@PageTitle("Clinic exports · Plumbline")
@RolesAllowed({Permission.CLINIC_EXPORT, Permission.CLINIC_EXPORT_RELEASE})
class ClinicExportsView extends Main {
    ClinicExportsView(ClinicExportDialogs dialogs, LiveScreens screens) {
        var row = new RegisterRow<ClinicExportRow>()
                .named("row-name", ClinicExportRow::clinic)
                .below("quiet num", one -> Dates.dayAndTime(one.askedAt(), dialogs.zone()))
                .middle(one -> "For " + one.recipient())
                .last("quiet", ClinicExportRow::statusInWords)
                .belowLast("quiet", one -> "Asked for by " + one.askedByName())
                .opens(one ->
                        "the export of " + one.clinic() + " of " + Dates.dayAndTime(one.askedAt(), dialogs.zone()));
        var list = new RegisterScreen<>("Clinic exports", ClinicExportRow::id, row, dialogs::list, dialogs::open);
        Ui.page(
                this,
                "Clinic exports",
                "Everything of a clinic as one encrypted file, released by the privacy officer and downloaded once.",
                list.whenEmpty(new EmptyState(
                        Icon.COPY,
                        "No exports yet",
                        "A manager asks for one here, such as for a move to another product. The privacy officer releases"
                                + " it.")));
        if (CurrentUser.may(Permission.CLINIC_EXPORT)) {
            Ui.pageActions(this, new Button("Ask for an export…", Icon.PLUS.create(), e -> dialogs.ask(list::refresh)));
        }
        screens.keepUpToDate(this, ClinicExportChange.class, list::refresh);
    }
}

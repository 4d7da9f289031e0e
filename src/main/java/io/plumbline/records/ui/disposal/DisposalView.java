package io.plumbline.records.ui.disposal;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.data.renderer.LitRenderer;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import io.plumbline.access.signin.IdentityService;
import io.plumbline.clinics.ClinicService;
import io.plumbline.records.disposal.DisposalRow;
import io.plumbline.records.disposal.DisposalService;
import io.plumbline.shared.CurrentUser;
import io.plumbline.shared.Dates;
import io.plumbline.shared.Permission;
import io.plumbline.shared.Routes;
import io.plumbline.shared.ui.EmptyState;
import io.plumbline.shared.ui.Icon;
import io.plumbline.shared.ui.Lazily;
import io.plumbline.shared.ui.Ui;
import jakarta.annotation.security.RolesAllowed;

/** The lists of records to dispose of, the newest first, which are also the disposal log. */
@Route(Routes.DISPOSAL)
@PageTitle("Disposal of records · Plumbline")
@Menu(order = 48, title = "Disposal", icon = "DONE")
@RolesAllowed(Permission.DISPOSAL_DECIDE)
class DisposalView extends Main {
    private final DisposalService disposals;
    private final IdentityService identity;
    private final ClinicService clinics;
    private final Grid<DisposalRow> list;

    DisposalView(DisposalService disposals, IdentityService identity, ClinicService clinics) {
        this.disposals = disposals;
        this.identity = identity;
        this.clinics = clinics;
        list = Lazily.list("Disposal lists", DisposalRow::id, row(), disposals::list);
        list.setEmptyStateComponent(new EmptyState(
                Icon.DONE,
                "No disposal lists",
                "An auditor chooses records whose retention has ended and proposes to dispose of them. Records of"
                        + " clinics without a retention rule are kept."));
        var alone = Ui.alert("Nobody else can approve what you propose. An administrator gives a second person the role"
                + " of auditor under Accounts; nobody disposes of a record alone.");
        alone.setVisible(!disposals.isSecondPersonThere());
        Ui.page(
                this,
                "Disposal of records",
                "One person proposes to dispose of records, and another approves it. This cannot be undone. Patients are"
                        + " shown by number only.",
                alone,
                list);
        if (CurrentUser.may(Permission.DISPOSAL_PROPOSE)) {
            Ui.pageActions(
                    this, new Button("Propose a disposal…", e -> new ProposeDialog(disposals, this::refresh).open()));
        }
    }

    private LitRenderer<DisposalRow> row() {
        return LitRenderer.<DisposalRow>of("""
                <div class="list-row break-glass-row">
                  <span class="two"><span class="row-name num">${item.records}</span><span class="quiet num">${item.on}</span></span>
                  <span class="line-two">${item.reason}</span>
                  <span class="two line-three"><span class="quiet">${item.by}</span><span class="quiet">${item.status}</span></span>
                  <span class="end line-four"><vaadin-button theme="small" aria-label="Open the disposal list of ${item.on}" @click="${open}">Open</vaadin-button></span>
                </div>""")
                .withProperty("records", row -> row.records() + (row.records() == 1 ? " record" : " records"))
                .withProperty("on", row -> Dates.dayAndTime(row.proposedAt(), clinics.ownZone()))
                .withProperty("reason", DisposalRow::reason)
                .withProperty("by", DisposalRow::proposedByName)
                .withProperty("status", DisposalRow::statusInWords)
                .withFunction("open", this::open);
    }

    private void open(DisposalRow row) {
        new DisposalDialog(disposals, identity, disposals.find(row.id()), clinics.ownZone(), this::refresh).open();
    }

    private void refresh() {
        list.getDataProvider().refreshAll();
    }
}

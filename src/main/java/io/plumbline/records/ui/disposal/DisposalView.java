package io.plumbline.records.ui.disposal;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import io.plumbline.access.ui.proof.ProofFirst;
import io.plumbline.clinics.ClinicService;
import io.plumbline.records.disposal.DisposalRow;
import io.plumbline.records.disposal.DisposalService;
import io.plumbline.records.ui.RegisterRow;
import io.plumbline.records.ui.RegisterScreen;
import io.plumbline.shared.Count;
import io.plumbline.shared.CurrentUser;
import io.plumbline.shared.Dates;
import io.plumbline.shared.Permission;
import io.plumbline.shared.Routes;
import io.plumbline.shared.ui.EmptyState;
import io.plumbline.shared.ui.Icon;
import io.plumbline.shared.ui.Ui;
import jakarta.annotation.security.RolesAllowed;

/** The lists of records to dispose of, the newest first, which are also the disposal log. */
@Route(Routes.DISPOSAL)
@PageTitle("Disposal of records · Plumbline")
@Menu(order = 48, title = "Disposal", icon = "DONE")
@RolesAllowed(Permission.DISPOSAL_DECIDE)
class DisposalView extends Main {
    DisposalView(DisposalService disposals, ProofFirst proof, ClinicService clinics) {
        var row = new RegisterRow<DisposalRow>()
                .named("row-name num", one -> Count.of(one.records(), "record", "records"))
                .below("quiet num", one -> Dates.dayAndTime(one.proposedAt(), clinics.ownZone()))
                .middle(DisposalRow::reason)
                .last("quiet", DisposalRow::proposedByName)
                .belowLast("quiet", DisposalRow::statusInWords)
                .opens(one -> "the disposal list of " + Dates.dayAndTime(one.proposedAt(), clinics.ownZone()));
        var list = new RegisterScreen<>(
                "Disposal lists", DisposalRow::id, row, disposals::list, (one, changed) -> new DisposalDialog(
                                disposals, proof, disposals.find(one.id()), clinics.ownZone(), changed)
                        .open());
        var alone = Ui.alert("Nobody else can approve what you propose. An administrator gives a second person the role"
                + " of auditor under Accounts; nobody disposes of a record alone.");
        alone.setVisible(!disposals.isSecondPersonThere());
        Ui.page(
                this,
                "Disposal of records",
                "One person proposes to dispose of records, and another approves it. This cannot be undone. Patients are"
                        + " shown by number only.",
                alone,
                list.whenEmpty(new EmptyState(
                        Icon.DONE,
                        "No disposal lists",
                        "An auditor chooses records whose retention has ended and proposes to dispose of them. Records of"
                                + " clinics without a retention rule are kept.")));
        if (CurrentUser.may(Permission.DISPOSAL_PROPOSE)) {
            Ui.pageActions(
                    this, new Button("Propose a disposal…", e -> new ProposeDialog(disposals).open(list::refresh)));
        }
    }
}

package io.plumbline.records.ui.disposal;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.data.renderer.LitRenderer;
import io.plumbline.access.ui.proof.ProofFirst;
import io.plumbline.records.disposal.DisposalEntryRow;
import io.plumbline.records.disposal.DisposalField;
import io.plumbline.records.disposal.DisposalRow;
import io.plumbline.records.disposal.DisposalService;
import io.plumbline.records.disposal.DisposalStatus;
import io.plumbline.records.ui.FactList;
import io.plumbline.records.ui.RecordDialog;
import io.plumbline.shared.CurrentUser;
import io.plumbline.shared.Dates;
import io.plumbline.shared.ui.Lazily;
import io.plumbline.shared.ui.Ui;
import io.plumbline.shared.ui.UiFields;
import java.time.ZoneId;

/** One disposal list and its records. A second person approves or declines it; until it begins it can be canceled. */
class DisposalDialog {
    private static final int LONGEST_CONFIRMATION = 20;

    private final DisposalService disposals;
    private final ProofFirst proof;
    private final ZoneId zone;
    private final RecordDialog<DisposalRow> dialog;

    DisposalDialog(DisposalService disposals, ProofFirst proof, DisposalRow row, ZoneId zone, Runnable changed) {
        this.disposals = disposals;
        this.proof = proof;
        this.zone = zone;
        dialog = new RecordDialog<>(
                "Disposal list",
                "A colleague changed this list in the meantime",
                row,
                () -> disposals.find(row.id()),
                this::draw,
                changed);
    }

    void open() {
        dialog.open();
    }

    private void draw(Div content, DisposalRow row) {
        content.add(facts(row).show());
        var isProposer = row.proposedBy().equals(CurrentUser.current().staff());
        var actions = Ui.div("cluster");
        if (row.status() == DisposalStatus.PROPOSED && isProposer) {
            content.add(Ui.text("muted", "You proposed this list, so a second person has to decide on it."));
        }
        if (row.status() == DisposalStatus.PROPOSED && !isProposer) {
            actions.add(
                    new Button("Approve…", e -> approve(row)),
                    dialog.asksWhy(
                            "Decline…",
                            "Decline the disposal",
                            "The records are kept.",
                            "Decline",
                            reason -> disposals.decline(row.id(), row.version(), reason)));
        } else if (row.status() == DisposalStatus.PROPOSED || row.status() == DisposalStatus.APPROVED) {
            actions.add(dialog.asksWhy(
                    "Cancel the disposal…",
                    "Cancel the disposal",
                    "The records are kept.",
                    "Cancel the disposal",
                    reason -> disposals.cancel(row.id(), row.version(), reason)));
        }
        content.add(
                actions,
                Lazily.list(
                        "Records of the list",
                        DisposalEntryRow::id,
                        entry(),
                        (after, limit) -> disposals.entries(row.id(), after, limit)));
    }

    private FactList facts(DisposalRow row) {
        var isApproved = row.status() == DisposalStatus.APPROVED;
        return new FactList()
                .add("Reason", row.reason())
                .add("Proposed", row.proposedAt(), zone, row.proposedByName())
                .add("Status", row.statusInWords())
                .add(
                        row.status() == DisposalStatus.DECLINED ? "Declined" : "Approved",
                        row.decidedAt(),
                        zone,
                        row.decidedByName())
                .add(
                        "Begins",
                        row.beginsAt() == null || !isApproved
                                ? null
                                : Dates.dayAndTime(row.beginsAt(), zone) + ", until then it can be canceled")
                .add("Why it was closed", row.closingReason())
                .add("Ended", row.endedAt(), zone, row.endedByName());
    }

    private LitRenderer<DisposalEntryRow> entry() {
        return LitRenderer.<DisposalEntryRow>of("""
                <div class="list-row disposal-row">
                  <span class="two"><span class="row-name num">${item.patient}</span><span class="quiet num">${item.until}</span></span>
                  <span class="line-two">${item.state}</span>
                  <span class="two line-three"><span class="quiet">${item.rule}</span><span class="quiet">${item.removed}</span></span>
                </div>""")
                .withProperty("patient", DisposalEntryRow::patientNumber)
                .withProperty("until", row -> "kept until " + Dates.dayAndYear(row.untilOn()))
                .withProperty("state", this::state)
                .withProperty("rule", DisposalEntryRow::rule)
                .withProperty("removed", row -> row.sha256() == null ? "" : row.counts() + "; SHA-256 " + row.sha256());
    }

    private String state(DisposalEntryRow row) {
        var state =
                row.state().label() + (row.settledAt() == null ? "" : ", " + Dates.dayAndTime(row.settledAt(), zone));
        return row.keptBecause().isEmpty() ? state : state + ". " + row.keptBecause();
    }

    /** Approves the list: by typing what it does, and with the password. */
    private void approve(DisposalRow row) {
        var form = dialog.form("Approve the disposal")
                .destructive()
                .say("Everything in these records is removed for good: notes, plans, intakes, files, and who the"
                        + " patient was. Each record is checked once more before; what must be kept stays.")
                .asking(proof::confirming);
        var words = "Type " + row.confirmation();
        var confirmation = form.required(UiFields.line("Confirmation", LONGEST_CONFIRMATION), words);
        confirmation.setHelperText(words);
        form.at(DisposalField.CONFIRMATION, confirmation)
                .open(
                        "Approve",
                        () -> disposals.approve(row.id(), row.version(), confirmation.getValue()),
                        dialog::done);
    }
}

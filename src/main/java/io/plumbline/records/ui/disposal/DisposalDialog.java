package io.plumbline.records.ui.disposal;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.data.renderer.LitRenderer;
import io.plumbline.access.signin.IdentityService;
import io.plumbline.records.disposal.DisposalEntryRow;
import io.plumbline.records.disposal.DisposalRow;
import io.plumbline.records.disposal.DisposalService;
import io.plumbline.records.disposal.DisposalStatus;
import io.plumbline.shared.CurrentUser;
import io.plumbline.shared.Dates;
import io.plumbline.shared.ui.Attempt;
import io.plumbline.shared.ui.Dialogs;
import io.plumbline.shared.ui.Lazily;
import io.plumbline.shared.ui.ReasonDialog;
import io.plumbline.shared.ui.Ui;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;

/** One disposal list and its records. A second person approves or declines it; until it begins it can be canceled. */
class DisposalDialog extends Composite<Dialog> {
    private static final String CHANGED = "A colleague changed this list in the meantime";

    private final DisposalService disposals;
    private final IdentityService identity;
    private final ZoneId zone;
    private final Runnable changed;
    private final Div messages = new Div();
    private final Div content = Ui.div("stack-3");

    DisposalDialog(
            DisposalService disposals, IdentityService identity, DisposalRow row, ZoneId zone, Runnable changed) {
        this.disposals = disposals;
        this.identity = identity;
        this.zone = zone;
        this.changed = changed;
        Dialogs.show(getContent(), Dialogs.Width.LARGE, "Disposal list", messages, content);
        draw(row);
    }

    void open() {
        getContent().open();
    }

    private void draw(DisposalRow row) {
        content.removeAll();
        content.add(Ui.facts(facts(row)));
        var isProposer = row.proposedBy().equals(CurrentUser.current().staff());
        var actions = Ui.div("cluster");
        if (row.status() == DisposalStatus.PROPOSED && isProposer) {
            content.add(Ui.text("muted", "You proposed this list, so a second person has to decide on it."));
        }
        if (row.status() == DisposalStatus.PROPOSED && !isProposer) {
            actions.add(
                    new Button(
                            "Approve…", e -> new ApproveDialog(disposals, identity, row, () -> drawAgain(row)).open()),
                    new Button("Decline…", e -> decline(row)));
        } else if (row.status() == DisposalStatus.PROPOSED || row.status() == DisposalStatus.APPROVED) {
            actions.add(new Button("Cancel the disposal…", e -> cancel(row)));
        }
        content.add(
                actions,
                Lazily.list(
                        "Records of the list",
                        DisposalEntryRow::id,
                        entry(),
                        (after, limit) -> disposals.entries(row.id(), after, limit)));
    }

    private String[] facts(DisposalRow row) {
        var facts = new ArrayList<>(List.of(
                "Reason",
                row.reason(),
                "Proposed",
                Dates.dayAndTime(row.proposedAt(), zone) + ", " + row.proposedByName(),
                "Status",
                row.statusInWords()));
        if (row.decidedAt() != null) {
            facts.addAll(List.of(
                    row.status() == DisposalStatus.DECLINED ? "Declined" : "Approved",
                    Dates.dayAndTime(row.decidedAt(), zone) + ", "
                            + Objects.toString(row.decidedByName(), CurrentUser.SYSTEM.displayName())));
        }
        if (row.beginsAt() != null && row.status() == DisposalStatus.APPROVED) {
            facts.addAll(List.of("Begins", Dates.dayAndTime(row.beginsAt(), zone) + ", until then it can be canceled"));
        }
        if (row.closingReason() != null) {
            facts.addAll(List.of("Why it was closed", row.closingReason()));
        }
        if (row.endedAt() != null) {
            facts.addAll(List.of(
                    "Ended",
                    Dates.dayAndTime(row.endedAt(), zone) + ", "
                            + Objects.toString(row.endedByName(), CurrentUser.SYSTEM.displayName())));
        }
        return facts.toArray(String[]::new);
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

    private void decline(DisposalRow row) {
        ask(
                "Decline the disposal",
                "The records are kept.",
                "Decline",
                row,
                reason -> disposals.decline(row.id(), row.version(), reason));
    }

    private void cancel(DisposalRow row) {
        ask(
                "Cancel the disposal",
                "The records are kept.",
                "Cancel the disposal",
                row,
                reason -> disposals.cancel(row.id(), row.version(), reason));
    }

    private void ask(String title, String explanation, String verb, DisposalRow row, Consumer<String> action) {
        new ReasonDialog(title, explanation, verb, reason -> {
                    var refusal = Attempt.refusalOf(() -> action.accept(reason), () -> CHANGED);
                    if (refusal.isEmpty()) {
                        drawAgain(row);
                    }
                    return refusal;
                })
                .open();
    }

    private void drawAgain(DisposalRow row) {
        draw(disposals.find(row.id()));
        changed.run();
    }
}

package io.plumbline.records.ui.disposal;

import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.data.renderer.LitRenderer;
import io.plumbline.records.disposal.DisposalCandidate;
import io.plumbline.records.disposal.DisposalField;
import io.plumbline.records.disposal.DisposalService;
import io.plumbline.records.ui.RegisterScreen;
import io.plumbline.shared.Count;
import io.plumbline.shared.Dates;
import io.plumbline.shared.ids.PatientId;
import io.plumbline.shared.ui.Dialogs;
import io.plumbline.shared.ui.EmptyState;
import io.plumbline.shared.ui.Icon;
import io.plumbline.shared.ui.Lazily;
import io.plumbline.shared.ui.Ui;
import io.plumbline.shared.ui.UiFields;
import java.util.LinkedHashSet;
import java.util.Set;

/** Chooses records whose retention has ended, and proposes to dispose of them. What is kept says why. */
class ProposeDialog {
    private final DisposalService disposals;
    private final Set<PatientId> chosen = new LinkedHashSet<>();
    private final Grid<DisposalCandidate> records;
    private final Span count = Ui.text("muted", "");

    ProposeDialog(DisposalService disposals) {
        this.disposals = disposals;
        records = Lazily.list(
                "Records whose retention has ended", DisposalCandidate::patient, row(), disposals::candidates);
        records.setEmptyStateComponent(new EmptyState(
                Icon.DONE,
                "No records whose retention has ended",
                "The portal searches all records once a day. Records of clinics without a retention rule are kept."));
        say();
    }

    /** @param proposed runs after the disposal was proposed */
    void open(Runnable proposed) {
        var form = RegisterScreen.form("Propose a disposal")
                .width(Dialogs.Width.LARGE)
                .say("Nothing is disposed of before a second person approves it.")
                .add(records, count);
        var reason = form.reason(
                UiFields.area("Reason for the disposal", DisposalService.LONGEST_REASON), "Say why, in a few words");
        reason.setHelperText("No clinical content; it stays in the disposal log");
        form.at(DisposalField.REASON, reason)
                .typedIf(() -> !chosen.isEmpty() || !reason.isEmpty())
                .open("Propose", () -> disposals.propose(Set.copyOf(chosen), reason.getValue()), proposed);
    }

    private LitRenderer<DisposalCandidate> row() {
        return LitRenderer.<DisposalCandidate>of("""
                <div class="list-row break-glass-row">
                  <span class="two"><span class="row-name num">${item.numbers}</span><span class="quiet num">${item.until}</span></span>
                  <span class="line-two">${item.standing}</span>
                  <span class="end line-four"><vaadin-button theme="small" ?disabled="${!item.free}" aria-label="${item.verb} ${item.numbers}" @click="${choose}">${item.verb}</vaadin-button></span>
                </div>""")
                .withProperty("numbers", row -> String.join(", ", row.numbers()))
                .withProperty("until", row -> "kept until " + Dates.dayAndYear(row.foundUntil()))
                .withProperty("standing", DisposalCandidate::standing)
                .withProperty("free", DisposalCandidate::isFree)
                .withProperty("verb", row -> chosen.contains(row.patient()) ? "Take off" : "Choose")
                .withFunction("choose", this::choose);
    }

    private void choose(DisposalCandidate row) {
        if (!chosen.remove(row.patient()) && row.isFree()) {
            chosen.add(row.patient());
        }
        say();
        records.getDataProvider().refreshItem(row);
    }

    private void say() {
        count.setText(
                chosen.isEmpty() ? "No records chosen" : Count.of(chosen.size(), "record", "records") + " chosen");
    }
}

package io.plumbline.records.ui.disposal;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.data.renderer.LitRenderer;
import com.vaadin.flow.data.value.ValueChangeMode;
import io.plumbline.records.disposal.DisposalCandidate;
import io.plumbline.records.disposal.DisposalField;
import io.plumbline.records.disposal.DisposalService;
import io.plumbline.shared.Dates;
import io.plumbline.shared.ids.PatientId;
import io.plumbline.shared.ui.Attempt;
import io.plumbline.shared.ui.Dialogs;
import io.plumbline.shared.ui.EmptyState;
import io.plumbline.shared.ui.FormErrors;
import io.plumbline.shared.ui.Icon;
import io.plumbline.shared.ui.Lazily;
import io.plumbline.shared.ui.Ui;
import java.util.LinkedHashSet;
import java.util.Set;

/** Chooses records whose retention has ended, and proposes to dispose of them. What is kept says why. */
class ProposeDialog extends Composite<Dialog> {
    private final DisposalService disposals;
    private final Runnable proposed;
    private final Set<PatientId> chosen = new LinkedHashSet<>();
    private final Grid<DisposalCandidate> records;
    private final Span count = Ui.text("muted", "");
    private final TextArea reason = new TextArea("Reason for the disposal");
    private final Div messages = new Div();

    ProposeDialog(DisposalService disposals, Runnable proposed) {
        this.disposals = disposals;
        this.proposed = proposed;
        records = Lazily.list(
                "Records whose retention has ended", DisposalCandidate::patient, row(), disposals::candidates);
        records.setEmptyStateComponent(new EmptyState(
                Icon.DONE,
                "No records whose retention has ended",
                "The portal searches all records once a day. Records of clinics without a retention rule are kept."));
        reason.setMaxLength(DisposalService.LONGEST_REASON);
        reason.setHelperText("No clinical content; it stays in the disposal log");
        reason.setValueChangeMode(ValueChangeMode.EAGER);
        reason.setRequiredIndicatorVisible(true);
        reason.setWidthFull();
        say();
        Dialogs.ask(
                getContent(),
                Dialogs.Width.LARGE,
                "Propose a disposal",
                () -> !reason.isEmpty() || !chosen.isEmpty(),
                new Button("Propose", e -> propose()),
                messages,
                Ui.text("muted", "Nothing is disposed of before a second person approves it."),
                records,
                count,
                reason);
    }

    void open() {
        getContent().open();
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
                switch (chosen.size()) {
                    case 0 -> "No records chosen";
                    case 1 -> "1 record chosen";
                    default -> chosen.size() + " records chosen";
                });
    }

    private void propose() {
        var wrong = new FormErrors();
        wrong.refuseNoReason(reason, "Say why, in a few words");
        if (!wrong.areNone()) {
            return;
        }
        var isProposed = Attempt.showing(messages)
                .at(DisposalField.REASON, reason)
                .run(() -> disposals.propose(Set.copyOf(chosen), reason.getValue()));
        if (isProposed) {
            getContent().close();
            proposed.run();
        }
    }
}

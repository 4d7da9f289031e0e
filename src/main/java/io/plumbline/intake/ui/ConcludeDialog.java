package io.plumbline.intake.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.data.value.ValueChangeMode;
import io.plumbline.access.signin.IdentityService;
import io.plumbline.intake.IntakeConclusionService;
import io.plumbline.intake.IntakeDetails;
import io.plumbline.intake.IntakeOutcome;
import io.plumbline.intake.IntakeScope;
import io.plumbline.safety.contraindications.ContraindicationAnswer;
import io.plumbline.shared.ui.Attempt;
import io.plumbline.shared.ui.Dialogs;
import io.plumbline.shared.ui.FormErrors;
import io.plumbline.shared.ui.ProofDialog;
import io.plumbline.shared.ui.Ui;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Concludes an intake note that waits for a chiropractor. */
final class ConcludeDialog extends Composite<Dialog> {
    private static final int MOST = 1000;

    private final IntakeConclusionService conclusions;
    private final IdentityService identity;
    private final IntakeDetails note;
    private final Runnable concluded;
    private final RadioButtonGroup<IntakeOutcome> outcome = new RadioButtonGroup<>("Outcome");
    private final TextArea reason = new TextArea("Reason");
    private final Map<String, DecisionFields> decisions = new LinkedHashMap<>();
    private final Map<String, ContraindicationAnswer> left;
    private final Div messages = new Div();

    /** @param concluded runs after the note was concluded */
    ConcludeDialog(
            IntakeConclusionService conclusions, IdentityService identity, IntakeDetails note, Runnable concluded) {
        this.conclusions = conclusions;
        this.identity = identity;
        this.note = note;
        this.concluded = concluded;
        left = note.draft().more().leftToChiropractor();
        left.forEach((code, asked) ->
                decisions.put(code, new DecisionFields(asked.name(), Ui.text("strong", asked.name()), () -> {})));
        outcome.addClassName("choices");
        outcome.setItems(IntakeScope.outcomes());
        if (!note.awaitsConclusion()) {
            outcome.setValue(note.draft().outcome());
        }
        outcome.setItemLabelGenerator(IntakeOutcome::label);
        reason.setMaxLength(MOST);
        // Escape must see the last keystroke
        reason.setValueChangeMode(ValueChangeMode.EAGER);
        reason.setMinRows(3);
        reason.setWidthFull();
        reason.setHelperText("What you found, and why this follows. It is signed and stays with the note.");
        Dialogs.ask(
                getContent(),
                Dialogs.Width.MEDIUM,
                "Conclude the intake note",
                () -> !reason.getValue().isBlank() || isAnythingChosen(),
                Ui.once("Conclude note", this::conclude),
                Stream.of(Stream.of(messages), decisions.values().stream(), Stream.of(outcome, reason))
                        .flatMap(parts -> parts)
                        .toArray(Component[]::new));
    }

    void open() {
        getContent().open();
    }

    private boolean isAnythingChosen() {
        return note.awaitsConclusion() && outcome.getValue() != null
                || decisions.values().stream().anyMatch(one -> one.read("").isPresent());
    }

    private SortedMap<String, ContraindicationAnswer> decided() {
        var decided = new TreeMap<String, ContraindicationAnswer>();
        decisions.forEach((code, fields) -> fields.read(
                        Objects.requireNonNull(left.get(code)).rulesVersion())
                .ifPresent(answer -> decided.put(code, answer)));
        return decided;
    }

    private void conclude() {
        // all, so that each says what it lacks
        var isDecided =
                decisions.values().stream().filter(one -> !one.isDecided()).count() == 0;
        var chosen = outcome.getValue();
        outcome.setErrorMessage("Choose an outcome");
        outcome.setInvalid(chosen == null);
        var wrong = new FormErrors();
        wrong.refuseNoReason(reason, "Enter what you found, and why this follows");
        if (chosen == null || !isDecided || !wrong.areNone()) {
            return;
        }
        try {
            Attempt.showing(messages)
                    .ifChanged(
                            "A colleague concluded this note in the meantime. Close this dialog and reload the page.")
                    .ifNotAvailable("This note is no longer available to you. Keep a copy of what you typed.")
                    .run(() -> {
                        conclusions.conclude(note.id(), chosen, reason.getValue(), decided());
                        getContent().close();
                        concluded.run();
                    });
        } catch (IdentityService.ProofNeeded proofNeeded) {
            new ProofDialog(identity::proveToSign, this::conclude).open();
        }
    }
}

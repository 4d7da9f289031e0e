package io.plumbline.intake.ui;

import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextArea;
import io.plumbline.access.signin.IdentityService;
import io.plumbline.intake.IntakeConclusionService;
import io.plumbline.intake.IntakeDetails;
import io.plumbline.intake.IntakeOutcome;
import io.plumbline.intake.IntakeScope;
import io.plumbline.safety.contraindications.ContraindicationAnswer;
import io.plumbline.shared.ui.Dialogs;
import io.plumbline.shared.ui.FormDialog;
import io.plumbline.shared.ui.ProofDialog;
import io.plumbline.shared.ui.Ui;
import io.plumbline.shared.ui.UiFields;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/** Concludes an intake note that waits for a chiropractor. */
final class ConcludeDialog {
    private final FormDialog form = Dialogs.form("Conclude the intake note").about("note");
    private final IntakeConclusionService conclusions;
    private final IdentityService identity;
    private final IntakeDetails note;
    private final RadioButtonGroup<IntakeOutcome> outcome;
    private final TextArea reason;
    private final Map<String, DecisionFields> decisions = new LinkedHashMap<>();
    private final Map<String, ContraindicationAnswer> left;

    ConcludeDialog(IntakeConclusionService conclusions, IdentityService identity, IntakeDetails note) {
        this.conclusions = conclusions;
        this.identity = identity;
        this.note = note;
        left = note.draft().more().leftToChiropractor();
        left.forEach((code, asked) ->
                decisions.put(code, new DecisionFields(asked.name(), Ui.text("strong", asked.name()), () -> {})));
        decisions.values().forEach(fields -> form.add(fields).check(fields::check));
        outcome = form.required(
                UiFields.radio("Outcome", IntakeScope.outcomes(), IntakeOutcome::label), "Choose an outcome");
        outcome.addClassName("choices");
        if (!note.awaitsConclusion()) {
            outcome.setValue(note.draft().outcome());
        }
        reason = form.reason(UiFields.area("Reason", 1000), "Enter what you found, and why this follows");
        reason.setMinRows(3);
        reason.setHelperText("What you found, and why this follows. It is signed and stays with the note.");
    }

    /** @param concluded runs after the note was concluded */
    void open(Runnable concluded) {
        form.open("Conclude note", () -> {
            try {
                conclusions.conclude(note.id(), outcome.getValue(), reason.getValue(), decided());
            } catch (IdentityService.ProofNeeded proofNeeded) {
                new ProofDialog(identity::proveToSign, form::submit).open();
                return false;
            }
            form.close();
            concluded.run();
            return true;
        });
    }

    private SortedMap<String, ContraindicationAnswer> decided() {
        var decided = new TreeMap<String, ContraindicationAnswer>();
        decisions.forEach((code, fields) -> fields.read(
                        Objects.requireNonNull(left.get(code)).rulesVersion())
                .ifPresent(answer -> decided.put(code, answer)));
        return decided;
    }
}

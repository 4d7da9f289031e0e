package io.plumbline.reactions.ui;

import io.plumbline.safety.ScreeningAnswer;
import io.plumbline.safety.ScreeningRules;
import io.plumbline.safety.ScreeningService;
import io.plumbline.shared.ids.ClinicId;
import io.plumbline.shared.ids.PatientId;
import io.plumbline.shared.ui.Dialogs;
import io.plumbline.shared.ui.Toast;
import io.plumbline.shared.ui.UiFields;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Offers to raise a red flag after a severe reaction, by the screening rules; nobody has to. */
final class FlagOfReactionDialog {
    private FlagOfReactionDialog() {}

    /** @param done runs once the dialog is closed, whatever was chosen */
    static void open(ScreeningService screening, PatientId patient, ClinicId clinic, Runnable done) {
        var form = Dialogs.form("Raise a red flag?")
                .keep("No red flag")
                .typedIf(() -> false)
                .onClose(done)
                .say("The severe reaction is recorded. If one of these findings came with it, raise it now: a"
                        + " chiropractor decides on it.");
        var finding = form.required(
                UiFields.choice("Finding", screening.rules().raisable(), FlagOfReactionDialog::words),
                "Choose a finding, or press No red flag");
        finding.setPlaceholder("Choose");
        finding.addValueChangeListener(e -> finding.setHelperText(
                e.getValue() == null || e.getValue().level() == null
                        ? ""
                        : e.getValue().level().action()));
        form.open(
                "Raise red flag",
                () -> screening.raise(patient, clinic, Map.of(finding.getValue().id(), ScreeningAnswer.YES)),
                raised -> Toast.done(
                        raised == 0
                                ? "This red flag is open already"
                                : "Red flag raised: " + finding.getValue().flag()));
    }

    private static String words(ScreeningRules.@Nullable Rule rule) {
        return rule == null
                ? ""
                : rule.words() + (rule.level() == null ? "" : " " + rule.level().fullLabel());
    }
}

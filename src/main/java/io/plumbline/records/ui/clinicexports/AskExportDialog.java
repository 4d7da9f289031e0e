package io.plumbline.records.ui.clinicexports;

import io.plumbline.access.ui.proof.ProofFirst;
import io.plumbline.clinics.ClinicLabel;
import io.plumbline.clinics.ClinicService;
import io.plumbline.records.clinicexports.ClinicExportDraft;
import io.plumbline.records.clinicexports.ClinicExportField;
import io.plumbline.records.clinicexports.ClinicExportService;
import io.plumbline.records.ui.RegisterScreen;
import io.plumbline.shared.Role;
import io.plumbline.shared.ui.UiFields;
import java.util.Set;

/** Asks for everything of a clinic. */
final class AskExportDialog {
    private AskExportDialog() {}

    static void open(ClinicExportService exports, ClinicService clinics, ProofFirst proof, Runnable asked) {
        var form = RegisterScreen.form("Ask for an export")
                .say("Every record of the clinic, with every clinical word and all files, as CSV and JSON. Only the"
                        + " recipient can decrypt it. The privacy officer releases it; then you have 24 hours to"
                        + " download it once.")
                .asking(proof::continuing);
        var mine = clinics.myLabelsAs(Set.of(Role.MANAGER));
        var clinic = form.required(UiFields.choice("Clinic", mine, ClinicLabel::name), "Choose the clinic");
        if (mine.size() == 1) {
            clinic.setValue(mine.getFirst());
        }
        var reason = form.reason(UiFields.line("Reason", ClinicExportDraft.LONGEST_REASON), "Say why, in a few words");
        reason.setHelperText("Such as: move to another product on January 1. No patient's name");
        var recipient = form.required(UiFields.line("Recipient", ClinicExportDraft.LONGEST_RECIPIENT), "Enter who gets the file");
        recipient.setHelperText("The person or company that gets the file");
        var key = form.required(
                UiFields.line("Recipient's public key", ClinicExportDraft.LONGEST_KEY),
                "Enter the recipient's public key");
        key.setHelperText(
                "Begins with age1. The recipient makes it with age-keygen, and keeps the secret key. Ask for it"
                        + " by phone or on paper, not only by e-mail");
        form.at(ClinicExportField.CLINIC, clinic)
                .at(ClinicExportField.REASON, reason)
                .at(ClinicExportField.RECIPIENT, recipient)
                .at(ClinicExportField.KEY, key)
                .open(
                "Ask",
                () -> exports.ask(new ClinicExportDraft(
                        clinic.getValue().id(), reason.getValue(), recipient.getValue(), key.getValue())),
                asked);
    }
}

package io.plumbline.records.ui.clinicexports;

import io.plumbline.access.signin.IdentityService;
import io.plumbline.clinics.ClinicLabel;
import io.plumbline.clinics.ClinicService;
import io.plumbline.records.clinicexports.ClinicExportDraft;
import io.plumbline.records.clinicexports.ClinicExportField;
import io.plumbline.records.clinicexports.ClinicExportService;
import io.plumbline.records.ui.RecordForm;
import io.plumbline.shared.Role;
import io.plumbline.shared.ui.ProofDialog;
import java.util.Set;

/** Asks for everything of a clinic. */
final class AskExportDialog {
    private AskExportDialog() {}

    static void open(ClinicExportService exports, ClinicService clinics, IdentityService identity, Runnable asked) {
        var form = new RecordForm("Ask for an export")
                .says("Every record of the clinic, with every clinical word and all files, as CSV and JSON. Only the"
                        + " recipient can decrypt it. The privacy officer releases it; then you have 24 hours to"
                        + " download it once.")
                .proving(again -> ProofDialog.toContinue(identity::prove, again));
        var mine = clinics.myLabelsAs(Set.of(Role.MANAGER));
        var clinic =
                form.at(ClinicExportField.CLINIC, form.choice("Clinic", mine, ClinicLabel::name, "Choose the clinic"));
        if (mine.size() == 1) {
            clinic.setValue(mine.getFirst());
        }
        var reason = form.reason(form.line(ClinicExportField.REASON, "Reason", ClinicExportDraft.LONGEST_REASON));
        reason.setHelperText("Such as: move to another product on January 1. No patient's name");
        var recipient = form.line(
                ClinicExportField.RECIPIENT,
                "Recipient",
                ClinicExportDraft.LONGEST_RECIPIENT,
                "Enter who gets the file");
        recipient.setHelperText("The person or company that gets the file");
        var key = form.line(
                ClinicExportField.KEY,
                "Recipient's public key",
                ClinicExportDraft.LONGEST_KEY,
                "Enter the recipient's public key");
        key.setHelperText(
                "Begins with age1. The recipient makes it with age-keygen, and keeps the secret key. Ask for it"
                        + " by phone or on paper, not only by e-mail");
        form.open(
                "Ask",
                () -> exports.ask(new ClinicExportDraft(
                        clinic.getValue().id(), reason.getValue(), recipient.getValue(), key.getValue())),
                asked);
    }
}

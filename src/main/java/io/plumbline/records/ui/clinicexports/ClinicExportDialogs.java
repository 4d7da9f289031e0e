package io.plumbline.records.ui.clinicexports;

import io.plumbline.access.ui.proof.ProofFirst;
import io.plumbline.clinics.ClinicLabel;
import io.plumbline.clinics.ClinicService;
import io.plumbline.records.clinicexports.ClinicExportDraft;
import io.plumbline.records.clinicexports.ClinicExportField;
import io.plumbline.records.clinicexports.ClinicExportId;
import io.plumbline.records.clinicexports.ClinicExportReleaseService;
import io.plumbline.records.clinicexports.ClinicExportRow;
import io.plumbline.records.clinicexports.ClinicExportService;
import io.plumbline.records.ui.RegisterScreen;
import io.plumbline.shared.CurrentUser;
import io.plumbline.shared.Permission;
import io.plumbline.shared.Role;
import io.plumbline.shared.ui.LiveScreens;
import io.plumbline.shared.ui.UiFields;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Opens the dialogs of an export, and reads exports as the privacy officer or as the manager, whichever sees more. */
@Component
class ClinicExportDialogs {
    private final ClinicExportService exports;
    private final ClinicExportReleaseService releases;
    private final ClinicService clinics;
    private final ProofFirst proof;
    private final LiveScreens screens;

    ClinicExportDialogs(
            ClinicExportService exports,
            ClinicExportReleaseService releases,
            ClinicService clinics,
            ProofFirst proof,
            LiveScreens screens) {
        this.exports = exports;
        this.releases = releases;
        this.clinics = clinics;
        this.proof = proof;
        this.screens = screens;
    }

    static boolean isOfficer() {
        return CurrentUser.may(Permission.CLINIC_EXPORT_RELEASE);
    }

    static boolean isManager() {
        return CurrentUser.may(Permission.CLINIC_EXPORT);
    }

    List<ClinicExportRow> list(@Nullable ClinicExportRow after, int limit) {
        return isOfficer() ? releases.list(after, limit) : exports.list(after, limit);
    }

    ClinicExportRow find(ClinicExportId id) {
        return isOfficer() ? releases.find(id) : exports.find(id);
    }

    ZoneId zone() {
        return clinics.ownZone();
    }

    /** Asks for everything of a clinic. */
    void ask(Runnable asked) {
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
        var recipient = form.required(
                UiFields.line("Recipient", ClinicExportDraft.LONGEST_RECIPIENT), "Enter who gets the file");
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

    void open(ClinicExportRow row, Runnable changed) {
        new ClinicExportDialog(this, screens, exports, releases, proof, find(row.id()), changed).open();
    }
}

package io.plumbline.records.ui.clinicexports;

import io.plumbline.access.ui.proof.ProofFirst;
import io.plumbline.clinics.ClinicService;
import io.plumbline.records.clinicexports.ClinicExportId;
import io.plumbline.records.clinicexports.ClinicExportReleaseService;
import io.plumbline.records.clinicexports.ClinicExportRow;
import io.plumbline.records.clinicexports.ClinicExportService;
import io.plumbline.shared.CurrentUser;
import io.plumbline.shared.Permission;
import io.plumbline.shared.ui.LiveScreens;
import java.time.ZoneId;
import java.util.List;
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

    void ask(Runnable asked) {
        AskExportDialog.open(exports, clinics, proof, asked);
    }

    void open(ClinicExportRow row, Runnable changed) {
        new ClinicExportDialog(this, screens, exports, releases, proof, find(row.id()), changed).open();
    }
}

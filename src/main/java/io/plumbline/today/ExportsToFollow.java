package io.plumbline.today;

import io.plumbline.clinics.ClinicService;
import io.plumbline.records.clinicexports.ClinicExportReleaseService;
import io.plumbline.records.clinicexports.ClinicExportRow;
import io.plumbline.records.clinicexports.ClinicExportService;
import io.plumbline.shared.CurrentUser;
import io.plumbline.shared.Dates;
import io.plumbline.shared.Permission;
import io.plumbline.shared.Routes;
import io.plumbline.shared.ui.Icon;
import io.plumbline.shared.ui.StatusBadge.Tone;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Exports of clinics that wait for the privacy officer, or for whoever asked to download the file; nothing if none does. */
@Order(85)
@Component
class ExportsToFollow implements StartPart {
    private final ClinicExportService exports;
    private final ClinicExportReleaseService releases;
    private final ClinicService clinics;

    ExportsToFollow(ClinicExportService exports, ClinicExportReleaseService releases, ClinicService clinics) {
        this.exports = exports;
        this.releases = releases;
        this.clinics = clinics;
    }

    @Override
    public List<StartCard> cardsFor(CurrentUser user) {
        var rows = new ArrayList<StartCard.Row>();
        if (CurrentUser.may(Permission.CLINIC_EXPORT_RELEASE)) {
            releases.waiting(StartCard.ROWS)
                    .forEach(export -> rows.add(row(export, "Asked for by " + export.askedByName())));
        }
        if (CurrentUser.may(Permission.CLINIC_EXPORT)) {
            exports.ready(StartCard.ROWS)
                    .forEach(export -> rows.add(row(
                            export,
                            "Download it until "
                                    + Dates.dayAndTime(Objects.requireNonNull(export.untilAt()), clinics.ownZone()))));
        }
        return rows.isEmpty()
                ? List.of()
                : List.of(new StartCard(
                        "Clinic exports",
                        "clinic export",
                        rows.size(),
                        Tone.WARN,
                        Icon.COPY,
                        Routes.CLINIC_EXPORTS,
                        rows,
                        ""));
    }

    private static StartCard.Row row(ClinicExportRow export, String hint) {
        return new StartCard.Row(
                export.clinic() + " for " + export.recipient(),
                hint,
                StartCard.link("Open", Routes.CLINIC_EXPORTS, export.clinic()));
    }
}

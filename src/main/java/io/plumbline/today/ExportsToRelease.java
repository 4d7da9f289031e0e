package io.plumbline.today;

import io.plumbline.records.clinicexports.ClinicExportReleaseService;
import io.plumbline.records.clinicexports.ClinicExportRow;
import io.plumbline.shared.CurrentUser;
import io.plumbline.shared.Permission;
import io.plumbline.shared.Routes;
import io.plumbline.shared.ui.Icon;
import io.plumbline.shared.ui.StatusBadge.Tone;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Exports of clinics that wait for the privacy officer; nothing if none does. */
@Order(85)
@Component
class ExportsToRelease implements StartPart {
    private final ClinicExportReleaseService releases;

    ExportsToRelease(ClinicExportReleaseService releases) {
        this.releases = releases;
    }

    @Override
    public List<StartCard> cardsFor(CurrentUser user) {
        if (!CurrentUser.may(Permission.CLINIC_EXPORT_RELEASE)) {
            return List.of();
        }
        var rows = releases.waiting(StartCard.ROWS).stream()
                .map(ExportsToRelease::row)
                .toList();
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

    private static StartCard.Row row(ClinicExportRow export) {
        return new StartCard.Row(
                export.clinic() + " for " + export.recipient(),
                "Asked for by " + export.askedByName(),
                StartCard.link("Open", Routes.CLINIC_EXPORTS, export.clinic()));
    }
}

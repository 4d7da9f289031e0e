package io.plumbline.leads.ui.list;

import io.plumbline.access.ui.proof.ProofFirst;
import io.plumbline.clinics.ClinicLabel;
import io.plumbline.clinics.ClinicService;
import io.plumbline.leads.list.LeadFilter;
import io.plumbline.leads.list.LeadListRow;
import io.plumbline.leads.list.LeadListService;
import io.plumbline.leads.ui.panel.LeadZones;
import io.plumbline.shared.CsvFile;
import io.plumbline.shared.DisplayFormats;
import io.plumbline.shared.PhoneNumber;
import io.plumbline.shared.Role;
import io.plumbline.shared.ids.ClinicId;
import io.plumbline.shared.ui.exports.CsvExportDialog;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Exports the leads of a filter to a CSV file. */
@Component
class LeadExport {
    private final LeadListService leads;
    private final ProofFirst proof;
    private final ClinicService clinics;
    private final LeadZones zones;

    LeadExport(LeadListService leads, ProofFirst proof, ClinicService clinics, LeadZones zones) {
        this.leads = leads;
        this.proof = proof;
        this.clinics = clinics;
        this.zones = zones;
    }

    CsvExportDialog dialog(LeadFilter filter) {
        var names = clinics.myLabelsAs(List.of(Role.MANAGER));
        return new CsvExportDialog(
                new CsvExportDialog.What(
                        "Export leads",
                        "The leads in the list, as a CSV file.",
                        "leads.csv",
                        LeadListService.LONGEST_REASON),
                proof::run,
                (file, reason) -> write(file, filter, reason, names));
    }

    private void write(CsvFile file, LeadFilter filter, String reason, Collection<ClinicLabel> names) {
        file.row(
                "Name",
                "Phone",
                "E-mail",
                "Language",
                "Concern",
                "Source",
                "Clinic",
                "Status",
                "Received (clinic time)",
                "First attempt (clinic time)",
                "First called by",
                "Lost reason");
        leads.export(filter, reason, lead -> row(file, lead, names));
    }

    /**
     * Formats a time to the minute in the zone of the lead's clinic; for leads of the group, in the zone of the
     * current user's first clinic.
     */
    private @Nullable String there(@Nullable Instant at, @Nullable ClinicId clinic) {
        return at == null
                ? null
                : DisplayFormats.inCsv(at.atZone(zones.zoneOf(clinic)).toLocalDateTime());
    }

    private void row(CsvFile file, LeadListRow lead, Collection<ClinicLabel> clinics) {
        file.row(
                lead.fullName(),
                lead.phone() == null ? null : new PhoneNumber(lead.phone()),
                lead.email(),
                lead.language(),
                lead.concern(),
                lead.source().label(),
                LeadFilterBar.name(lead.clinic(), clinics),
                lead.status().label(),
                there(lead.receivedAt(), lead.clinic()),
                there(lead.firstAttemptAt(), lead.clinic()),
                lead.caller(),
                lead.lostReason());
    }
}

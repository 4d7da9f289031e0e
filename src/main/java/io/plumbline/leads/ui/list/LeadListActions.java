package io.plumbline.leads.ui.list;

import com.vaadin.flow.component.button.Button;
import io.plumbline.access.ui.proof.ProofFirst;
import io.plumbline.clinics.ClinicLabel;
import io.plumbline.clinics.ClinicService;
import io.plumbline.leads.clock.LeadQueue;
import io.plumbline.leads.list.LeadFilter;
import io.plumbline.leads.list.LeadListRow;
import io.plumbline.leads.list.LeadListService;
import io.plumbline.leads.ui.panel.LeadZones;
import io.plumbline.leads.ui.panel.NewLead;
import io.plumbline.leads.ui.panel.ToLead;
import io.plumbline.shared.CsvFile;
import io.plumbline.shared.CurrentUser;
import io.plumbline.shared.DisplayFormats;
import io.plumbline.shared.Permission;
import io.plumbline.shared.PhoneNumber;
import io.plumbline.shared.Role;
import io.plumbline.shared.Routes;
import io.plumbline.shared.ids.ClinicId;
import io.plumbline.shared.ui.Ui;
import io.plumbline.shared.ui.exports.CsvExportDialog;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes the buttons of the leads list: to enter a lead, and to import and export leads. */
@Component
class LeadListActions {
    private final NewLead newLead;
    private final LeadListService leads;
    private final ProofFirst proof;
    private final ClinicService clinics;
    private final LeadZones zones;

    LeadListActions(NewLead newLead, LeadListService leads, ProofFirst proof, ClinicService clinics, LeadZones zones) {
        this.newLead = newLead;
        this.leads = leads;
        this.proof = proof;
        this.clinics = clinics;
        this.zones = zones;
    }

    /** @param filter the filter whose leads are exported */
    Button[] buttons(Supplier<LeadFilter> filter) {
        return new Button[] {newLead.button(ToLead.AT_ONCE), imports(), exports(filter)};
    }

    private Button exports(Supplier<LeadFilter> filter) {
        var exports = new Button("Export CSV…", e -> export(filter.get()).open());
        exports.setVisible(CurrentUser.may(Permission.LEAD_EXPORT));
        return exports;
    }

    private static Button imports() {
        var imports = new Button("Import CSV…", e -> Ui.navigate(Routes.LEADS_IMPORT));
        imports.setVisible(CurrentUser.may(Permission.LEAD_IMPORT));
        return imports;
    }

    private CsvExportDialog export(LeadFilter filter) {
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
                LeadQueue.name(lead.clinic(), clinics),
                lead.status().label(),
                there(lead.receivedAt(), lead.clinic()),
                there(lead.firstAttemptAt(), lead.clinic()),
                lead.caller(),
                lead.lostReason());
    }
}

package io.plumbline.leads.ui.list;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.server.streams.DownloadEvent;
import io.plumbline.clinics.ClinicLabel;
import io.plumbline.leads.list.LeadFilter;
import io.plumbline.leads.list.LeadListRow;
import io.plumbline.leads.list.LeadListService;
import io.plumbline.leads.ui.panel.LeadZones;
import io.plumbline.shared.CsvFile;
import io.plumbline.shared.DisplayFormats;
import io.plumbline.shared.PhoneNumber;
import io.plumbline.shared.ids.ClinicId;
import io.plumbline.shared.store.StoreWait;
import io.plumbline.shared.ui.Dialogs;
import io.plumbline.shared.ui.FormErrors;
import io.plumbline.shared.ui.Ui;
import java.io.IOException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Exports the leads of a filter to a file, page by page; a large export requires a reason. */
class LeadExportDialog extends Composite<Dialog> {
    private static final int AT_ONCE = 500;

    private final LeadListService leads;
    private final LeadFilter filter;
    private final Collection<ClinicLabel> clinics;
    private final LeadZones zones;
    private final TextField reason = new TextField("Reason for the export");
    private final Div place = new Div();
    private final boolean isReasonAsked;

    LeadExportDialog(LeadListService leads, LeadFilter filter, Collection<ClinicLabel> clinics, LeadZones zones) {
        this.leads = leads;
        this.filter = filter;
        this.clinics = clinics;
        this.zones = zones;
        isReasonAsked = leads.isReasonAsked(filter);
        reason.setMaxLength(200);
        reason.setValueChangeMode(ValueChangeMode.EAGER);
        reason.setVisible(isReasonAsked);
        reason.setWidthFull();
        var dialog = getContent();
        var export = new Button("Export", e -> export());
        Dialogs.ask(
                dialog,
                Dialogs.Width.MEDIUM,
                "Export leads",
                () -> !reason.isEmpty(),
                export,
                Ui.text(
                        "muted",
                        isReasonAsked
                                ? "This exports more than " + LeadListService.REASON_ABOVE
                                        + " leads. Who exported them, how many and why goes on record."
                                : "The leads in the list, as a CSV file. Who exported them and how many goes"
                                        + " on record."),
                reason,
                place);
    }

    void open() {
        getContent().open();
    }

    private void export() {
        var wrong = new FormErrors();
        if (isReasonAsked) {
            wrong.refuseEmpty(reason, "Say why, in a few words");
        }
        if (!wrong.areNone()) {
            return;
        }
        place.removeAll();
        var stated = reason.getValue();
        var file = new Anchor((DownloadEvent event) -> write(event, stated), "Download again");
        place.add(Ui.text("", "The download is starting. "), file);
        file.getElement().callJsFunction("click");
    }

    /** Writes the file; each download is recorded in the audit trail, including repeated ones. */
    private void write(DownloadEvent event, String stated) throws IOException {
        StoreWait.takesItsTime();
        leads.export(filter, stated);
        event.setFileName("leads.csv");
        event.setContentType("text/csv; charset=utf-8");
        try (var file = new CsvFile(event.getOutputStream())) {
            file.row(
                    "Name",
                    "Phone",
                    "E-mail",
                    "Concern",
                    "Source",
                    "Clinic",
                    "Status",
                    "Received (clinic time)",
                    "First attempt (clinic time)",
                    "First called by",
                    "Lost reason");
            LeadListRow last = null;
            for (var page = leads.list(filter, null, AT_ONCE);
                    !page.isEmpty();
                    page = page.size() < AT_ONCE ? List.of() : leads.list(filter, last, AT_ONCE)) {
                page.forEach(lead -> row(file, lead));
                last = page.getLast();
            }
        }
    }

    /**
     * Formats a time to the minute in the zone of the lead's clinic; for leads of the group, in the zone of the
     * caller's first clinic.
     */
    private @Nullable String there(@Nullable Instant at, @Nullable ClinicId clinic) {
        return at == null
                ? null
                : DisplayFormats.inCsv(at.atZone(zones.zoneOf(clinic)).toLocalDateTime());
    }

    private void row(CsvFile file, LeadListRow lead) {
        file.row(
                lead.fullName(),
                lead.phone() == null ? null : new PhoneNumber(lead.phone()),
                lead.email(),
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

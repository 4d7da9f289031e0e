package io.plumbline.audit.ui;

import com.vaadin.flow.component.Composite;
import io.plumbline.audit.AuditDetails;
import io.plumbline.shared.Dates;
import io.plumbline.shared.ui.RecordPanel;
import io.plumbline.shared.ui.StatusBadge;
import io.plumbline.shared.ui.Ui;
import java.time.ZoneOffset;

/** The details of one audit entry. */
class AuditEntryPanel extends Composite<RecordPanel> {
    AuditEntryPanel(AuditDetails entry, Runnable close) {
        var row = entry.row();
        getContent()
                .named("Audit entry", close)
                .headed(AuditWords.kind(row.kind()))
                .showing(
                        entry.isAsWritten() ? StatusBadge.ok("Unaltered") : StatusBadge.danger("Altered"),
                        Ui.facts(
                                "At (UTC)",
                                Dates.stamp(row.at(), ZoneOffset.UTC),
                                "By",
                                row.username() == null ? row.actorName() : row.actorName() + " · " + row.username(),
                                "Kind",
                                row.kind(),
                                "Patient",
                                row.patientNumber() == null ? "None" : row.patientNumber(),
                                "About",
                                row.about() == null ? "None" : row.about(),
                                "Detail",
                                row.detail().isEmpty() ? "None" : AuditWords.detail(row),
                                "Record",
                                row.subject().toString(),
                                "Entry",
                                row.id().toString(),
                                "Sequence",
                                entry.seq() == null ? "Within seconds" : "Entry no. " + entry.seq()));
    }
}

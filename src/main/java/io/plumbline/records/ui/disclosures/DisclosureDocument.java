package io.plumbline.records.ui.disclosures;

import io.plumbline.documents.PrintedDocument;
import io.plumbline.documents.PrintedDocument.Facts;
import io.plumbline.documents.PrintedDocument.Notice;
import io.plumbline.documents.PrintedDocument.Table;
import io.plumbline.records.disclosures.DisclosureReport;
import io.plumbline.shared.Dates;
import java.util.List;

/** The accounting of disclosures that a patient gets. */
final class DisclosureDocument {
    private DisclosureDocument() {}

    static PrintedDocument of(DisclosureReport report) {
        var period = Dates.dayAndYear(report.from()) + " to " + Dates.dayAndYear(report.to());
        var about = "Patient " + report.numbers();
        var facts = Facts.of("Report", "Patient number", report.numbers(), "Period", period);
        return new PrintedDocument(
                report.clinic(),
                "Accounting of disclosures",
                about,
                List.of(
                        facts,
                        report.rows().isEmpty()
                                ? new Notice("Disclosures", "None is recorded in this period.")
                                : table(report)));
    }

    private static Table table(DisclosureReport report) {
        return new Table(
                "Disclosures",
                List.of("Date", "Recipient", "What", "Purpose"),
                report.rows().stream()
                        .map(row -> List.of(
                                DisclosureWords.days(row), DisclosureWords.recipient(row), row.what(), row.purpose()))
                        .toList());
    }
}

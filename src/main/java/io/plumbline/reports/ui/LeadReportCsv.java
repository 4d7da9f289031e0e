package io.plumbline.reports.ui;

import io.plumbline.leads.report.LeadFigures;
import io.plumbline.leads.report.LeadReport;
import io.plumbline.leads.report.LeadReportBy;
import io.plumbline.shared.CsvFile;
import java.io.IOException;
import java.io.OutputStream;

/** Writes a report as CSV: one row per group, a total, and the lost reasons. */
final class LeadReportCsv {
    private LeadReportCsv() {}

    static void write(LeadReport report, LeadReportBy by, OutputStream out) throws IOException {
        try (var file = new CsvFile(out)) {
            file.row(
                    by.label(),
                    "Received",
                    "Contacted",
                    "Booked",
                    "Held",
                    "Converted",
                    "Conversion %",
                    "First attempt, median minutes",
                    "First attempt, p90 minutes",
                    "Contact, median minutes",
                    "Contact, p90 minutes",
                    "Response target met",
                    "Response target missed");
            report.parts().forEach(part -> row(file, part.name(), part.figures()));
            row(file, "All", report.all());
            report.lostReasons().forEach(lost -> file.row("Lost: " + lost.reason(), lost.leads()));
        }
    }

    private static void row(CsvFile file, String name, LeadFigures figures) {
        file.row(
                name,
                figures.received(),
                figures.contacted(),
                figures.booked(),
                figures.held(),
                figures.converted(),
                figures.conversionPercent(),
                figures.toAttempt().median(),
                figures.toAttempt().p90(),
                figures.toContact().median(),
                figures.toContact().p90(),
                figures.responseTargetMet(),
                figures.responseTargetMissed());
    }
}

package io.plumbline.records.disclosures;

import io.plumbline.shared.ids.ClinicId;
import java.time.LocalDate;
import java.util.List;

/**
 * The accounting of the disclosures of a patient.
 *
 * @param numbers the numbers of the patient's records, such as <em>P-1042, P-1077</em> after a merge
 * @param clinic whose letterhead it has
 * @param from the first day; six years before the last
 * @param to the last day
 * @param rows by day, without what was entered in error
 */
public record DisclosureReport(
        String numbers, ClinicId clinic, LocalDate from, LocalDate to, List<DisclosureRow> rows) {
    public DisclosureReport {
        rows = List.copyOf(rows);
    }
}

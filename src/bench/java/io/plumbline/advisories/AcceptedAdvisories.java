package io.plumbline.advisories;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Advisories that do not matter here until a day, each with the reason.
 *
 * @param until the last day by the identifier of the advisory
 */
record AcceptedAdvisories(Map<String, LocalDate> until) {
    private static final int ID = 0;
    private static final int UNTIL = 1;
    private static final int REASON = 2;

    /**
     * Reads rows of identifier, last day and reason below a header.
     *
     * @throws IllegalStateException if a row has no reason
     */
    static AcceptedAdvisories read(Path csv) throws IOException {
        try (var rows = CsvReader.builder().ofCsvRecord(csv)) {
            var accepted = rows.stream().skip(1).map(CsvRecord::getFields).toList();
            accepted.forEach(AcceptedAdvisories::requireReason);
            return new AcceptedAdvisories(accepted.stream()
                    .collect(Collectors.toUnmodifiableMap(row -> row.get(ID), row -> LocalDate.parse(row.get(UNTIL)))));
        }
    }

    private static void requireReason(List<String> row) {
        if (row.size() <= REASON || row.get(REASON).isBlank()) {
            throw new IllegalStateException("An advisory is accepted with a day and a reason, unlike " + row);
        }
    }

    boolean include(Advisory advisory, LocalDate today) {
        return advisory.names().stream().anyMatch(name -> {
            var last = until.get(name);
            return last != null && !today.isAfter(last);
        });
    }
}

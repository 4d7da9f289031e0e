package io.plumbline.records.ui.disclosures;

import io.plumbline.records.disclosures.DisclosureRow;
import io.plumbline.shared.Dates;

/** How disclosures read. */
final class DisclosureWords {
    private DisclosureWords() {}

    /** Returns the day or, of repeated disclosures, how many there were, the first and the last. */
    static String days(DisclosureRow row) {
        return row.times() == 1
                ? Dates.dayAndYear(row.disclosedOn())
                : row.times() + " times, " + Dates.dayAndYear(row.disclosedOn()) + " to "
                        + Dates.dayAndYear(row.lastOn());
    }

    /** Returns the recipient with the address, if it is known. */
    static String recipient(DisclosureRow row) {
        return row.address().isEmpty() ? row.recipient() : row.recipient() + ", " + row.address();
    }
}

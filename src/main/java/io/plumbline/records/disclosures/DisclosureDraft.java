package io.plumbline.records.disclosures;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A disclosure as it is entered.
 *
 * @param patientNumber such as {@code P-1042}
 * @param disclosedOn the day; of repeated disclosures, the first; not in the future
 * @param times how often the same went to the same recipient for the same purpose, 1 to 9,999
 * @param lastOn the day of the last one; null if there was one only
 * @param recipient who received it, 1 to 160 characters
 * @param address the address of the recipient if it is known, at most 300 characters
 * @param what what was disclosed, in brief, 1 to 400 characters
 * @param purpose why, 1 to 400 characters
 */
public record DisclosureDraft(
        String patientNumber,
        LocalDate disclosedOn,
        int times,
        @Nullable LocalDate lastOn,
        String recipient,
        String address,
        String what,
        String purpose) {
    public static final int MOST_TIMES = 9999;
    public static final int LONGEST_RECIPIENT = 160;
    public static final int LONGEST_ADDRESS = 300;
    public static final int LONGEST_TEXT = 400;
}

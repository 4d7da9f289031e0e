package io.plumbline.patients;

import io.plumbline.shared.Dates;
import java.time.LocalDate;

/**
 * The severe or ongoing adverse reaction in a patient's header.
 *
 * @param words severity and outcome, as a part of a sentence
 * @param since the day on which it began
 */
public record OpenReaction(String words, LocalDate since) {
    /** Returns the alert. */
    String sentence() {
        return "Adverse reaction: " + words + ", since " + Dates.day(since);
    }
}

package io.plumbline.phases;

import io.plumbline.phases.Finding.Source;

/**
 * Something about the safety of a patient that is not settled.
 *
 * @param words what it is, as a sentence without its period
 * @param source where it is decided
 */
public record OpenMatter(Kind kind, String words, Source source) {
    /** What it asks for, most urgent first. */
    public enum Kind {
        /** A red flag of level E that is not decided. */
        EMERGENCY,
        /** A red flag of level E for which the patient was referred: its outcome is not known. */
        EMERGENCY_REFERRED,
        /** A red flag of level U that is not decided. */
        URGENT,
        /** A red flag of level U for which the patient was referred: its outcome is not known. */
        URGENT_REFERRED,
        /** A red flag of level R, a severe or ongoing reaction, or a red-flag screen that nobody has signed. */
        UNDECIDED
    }
}

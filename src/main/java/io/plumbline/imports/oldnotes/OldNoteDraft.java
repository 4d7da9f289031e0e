package io.plumbline.imports.oldnotes;

import java.time.LocalDate;

/**
 * An old note as a file has it.
 *
 * @param source the product that wrote the file, as shown
 * @param writtenOn the day of the note
 * @param author as the file has it; empty if it does not say
 * @param title empty if it has none
 */
record OldNoteDraft(String source, LocalDate writtenOn, String author, String title, String text) {
    static final int LONGEST_AUTHOR = 120;
    static final int LONGEST_TITLE = 160;

    /** The longest text, in bytes of UTF-8. */
    static final int MOST_BYTES = 1024 * 1024;
}

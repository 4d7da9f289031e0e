package io.plumbline.imports.oldnotes;

import io.plumbline.shared.ids.ClinicId;
import io.plumbline.shared.ids.OldNoteId;
import io.plumbline.shared.ids.PatientId;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * An old note without its text.
 *
 * @param clinic where it was imported
 * @param source the product that it was imported from, as shown
 * @param author as the other product has it; empty if that is not known
 * @param title empty if it has none
 * @param error why and by whom it was entered in error; null if it counts
 */
public record OldNoteRow(
        OldNoteId id,
        PatientId patient,
        ClinicId clinic,
        String source,
        LocalDate writtenOn,
        String author,
        String title,
        Instant importedAt,
        @Nullable InError error) {
    /** Who marked an old note as entered in error, when and why. */
    public record InError(Instant at, String by, String reason) {}

    /** Returns the title, or what it is if it has none. */
    public String shownTitle() {
        return title.isEmpty() ? "Old note" : title;
    }

    /** Returns where it comes from, as stands at each old note. */
    public String origin() {
        return "Imported from " + source + ", not written in Plumbline";
    }
}

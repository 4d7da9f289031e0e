package io.plumbline.notes.ui;

import io.plumbline.shared.Dates;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The mark of a note that was signed on another day than that of the session. */
final class Late {
    private Late() {}

    /** Returns both days in words; empty if the note was signed on the day of the session or is not signed. */
    static Optional<String> words(LocalDate treatedOn, @Nullable Instant signedAt, ZoneId zone) {
        return Optional.ofNullable(signedAt)
                .map(at -> LocalDate.ofInstant(at, zone))
                .filter(signedOn -> !signedOn.equals(treatedOn))
                .map(signedOn -> "Late: treated " + Dates.day(treatedOn) + ", signed " + Dates.day(signedOn));
    }
}

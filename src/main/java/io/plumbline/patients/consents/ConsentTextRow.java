package io.plumbline.patients.consents;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A text in the list of all of them.
 *
 * @param published the number of the newest version; 0 before the first
 * @param title of the newest version; empty before the first
 * @param validFrom the first day of the newest version; null before the first
 * @param hasDraft whether somebody is writing the next version
 */
public record ConsentTextRow(
        ConsentTextKey key,
        int published,
        String title,
        @Nullable LocalDate validFrom,
        boolean hasDraft) {}

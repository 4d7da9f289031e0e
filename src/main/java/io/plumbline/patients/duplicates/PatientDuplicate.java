package io.plumbline.patients.duplicates;

import io.plumbline.patients.PatientRow;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Two patients who are probably the same person; the current user sees both.
 *
 * @param why what the two have in common, for the user
 * @param since when the pair was found or, if dismissed, when that was
 * @param dismissedBy who said that they are two people; null while the pair is open
 * @param first the one with the smaller id, who was usually added first
 */
public record PatientDuplicate(
        PatientDuplicateId id,
        String why,
        Instant since,
        @Nullable String dismissedBy,
        PatientRow first,
        PatientRow second) {}

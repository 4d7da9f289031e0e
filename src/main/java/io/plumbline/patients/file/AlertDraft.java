package io.plumbline.patients.file;

import io.plumbline.patients.AlertAudience;
import io.plumbline.patients.AlertKind;
import io.plumbline.shared.BodyRegion;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An alert to add.
 *
 * @param words at most 160 characters; may be empty if the kind needs no further text
 * @param endsOn the last day on which it applies; null while unknown
 * @param regions where on the body it applies, of the kinds that have regions; empty for the whole body
 */
public record AlertDraft(
        AlertKind kind,
        String words,
        AlertAudience audience,
        LocalDate startsOn,
        @Nullable LocalDate endsOn,
        Set<BodyRegion> regions) {
    public AlertDraft {
        regions = Set.copyOf(regions);
    }

    /** Creates an alert of the whole body. */
    public AlertDraft(
            AlertKind kind, String words, AlertAudience audience, LocalDate startsOn, @Nullable LocalDate endsOn) {
        this(kind, words, audience, startsOn, endsOn, Set.of());
    }
}

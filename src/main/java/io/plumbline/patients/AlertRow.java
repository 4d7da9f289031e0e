package io.plumbline.patients;

import io.plumbline.shared.BodyRegion;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An alert of a patient, as far as the current user may read it.
 *
 * @param version the version to pass when ending it
 * @param regions where on the body it applies; empty for the whole body, or where nobody said
 * @param endsOn the last day on which it applies; null while unknown
 * @param mine whether the current user added it
 */
public record AlertRow(
        AlertId id,
        long version,
        AlertKind kind,
        String words,
        Set<BodyRegion> regions,
        AlertAudience audience,
        LocalDate startsOn,
        @Nullable LocalDate endsOn,
        Instant addedAt,
        String addedBy,
        boolean mine) {
    public AlertRow {
        regions = Set.copyOf(regions);
    }

    /** Returns the names of its regions; empty for the whole body. */
    public String regionLabels() {
        return AlertRegions.labels(regions);
    }

    /** Returns whether the alert applies on a day. */
    public boolean isOn(LocalDate day) {
        return !startsOn.isAfter(day) && !isOver(day);
    }

    /** Returns whether the alert's last day is before a day. */
    public boolean isOver(LocalDate day) {
        return endsOn != null && endsOn.isBefore(day);
    }

    /** Returns the alert in one line. */
    public String sentence() {
        return kind.sentence(words);
    }
}

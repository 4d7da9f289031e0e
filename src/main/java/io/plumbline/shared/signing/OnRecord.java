package io.plumbline.shared.signing;

import io.plumbline.shared.Recorded;
import org.jspecify.annotations.Nullable;

/** Looks up events in the audit trail; implemented by the audit module, so that other modules do not depend on it. */
public interface OnRecord {
    /**
     * Returns whether the audit trail has a row for this event with this record, patient, and detail, as the portal
     * wrote it.
     */
    boolean holds(Recorded event);

    /** Returns whether the audit trail has a row for the first event and none for the second, if there is a second. */
    boolean holds(Recorded event, @Nullable Recorded without);
}

package io.plumbline.shared.signing;

import io.plumbline.shared.Recorded;

/** Looks up events in the audit trail; implemented by the audit module, so that other modules do not depend on it. */
public interface OnRecord {
    /**
     * Returns whether the audit trail has a row for this event with this record, patient, and detail, as the portal
     * wrote it.
     */
    boolean holds(Recorded event);
}

package io.plumbline.shared;

/** Asks the audit trail, which nobody knows, whether it holds something; the trail fills it. */
public interface OnRecord {
    /** Whether the trail has a row of this event, with this record, patient and detail, as the portal wrote it. */
    boolean holds(Recorded event);
}

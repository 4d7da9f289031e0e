package io.plumbline.shared;

import java.util.List;
import java.util.UUID;

/** Implemented by the audit trail: what the caller viewed last, to find it again. */
public interface RecentlyViewed {
    /**
     * Returns the records that the caller viewed last, each once, the latest first.
     *
     * @param kinds the kinds of audit events of a view, such as <em>patient.opened</em>
     * @param most the largest number of records
     */
    List<Viewed> ofCaller(List<String> kinds, int most);

    /**
     * A viewed record. Whether the caller may still see it is for its module to check.
     *
     * @param kind the kind of the audit event
     */
    record Viewed(String kind, UUID record) {}
}

package io.plumbline.shared;

import java.util.List;
import java.util.UUID;

/** Implemented by the audit trail: what the current user viewed last, to find it again. */
public interface RecentlyViewed {
    /**
     * Returns the records that the current user viewed last, each once, the latest first.
     *
     * @param kinds the kinds of audit events of a view, such as <em>patient.opened</em>
     * @param most the largest number of records
     */
    List<Viewed> ofCurrentUser(List<String> kinds, int most);

    /**
     * A viewed record. Whether the current user may still see it is for its module to check.
     *
     * @param kind the kind of the audit event
     */
    record Viewed(String kind, UUID record) {}
}

package io.plumbline.shared;

import java.util.List;
import java.util.UUID;

/** Signed records of one kind, page by page, for who compares them with the audit trail. */
public interface SignedRecords {
    /** What one of them is called, such as <em>session note</em>. */
    String name();

    /** The kind of the event by which one is signed, see {@link Recorded#kind()}. */
    String kind();

    /** The next signed records in the order of their ids, at most so many. */
    List<Signed> after(UUID last, int limit);

    /**
     * One signed record.
     *
     * @param signature the event of its signature, as the trail must have it
     * @param isAsSigned whether its content is the one of which its code was made
     */
    record Signed(UUID id, Recorded signature, boolean isAsSigned) {}
}

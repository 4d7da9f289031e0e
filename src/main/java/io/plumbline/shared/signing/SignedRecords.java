package io.plumbline.shared.signing;

import io.plumbline.shared.Recorded;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads the signed records of one kind page by page, for comparison with the audit trail. */
public interface SignedRecords {
    /** Returns the name of such a record, such as <em>session note</em>. */
    String name();

    /** Returns the kind of the signing event, see {@link Recorded#kind()}. */
    String kind();

    /** Returns the next signed records in the order of their ids, up to a limit. */
    List<Signed> after(UUID last, int limit);

    /**
     * Returns the signing event of a record that is as it was signed, in a text that builds from 22 to 29 November 2026
     * did not know, so that they took it for altered; empty for every other record.
     */
    default Optional<Recorded> findSignedInEarlierText(UUID id) {
        return Optional.empty();
    }

    /**
     * A signed record.
     *
     * @param signature the signing event that the audit trail must contain
     * @param isAsSigned whether the content still matches its content hash
     * @param isStatusOnRecord whether the signed records beside it say why it has its status, and against none other
     * @param mustBeMissing an event that the audit trail has if the status is not what it should be; null if there is none
     */
    record Signed(
            UUID id,
            Recorded signature,
            boolean isAsSigned,
            boolean isStatusOnRecord,
            @Nullable Recorded mustBeMissing) {
        /** Creates a record whose status says no more than that it is signed. */
        public Signed(UUID id, Recorded signature, boolean isAsSigned) {
            this(id, signature, isAsSigned, true, null);
        }
    }
}

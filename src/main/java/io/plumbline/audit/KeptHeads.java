package io.plumbline.audit;

import java.util.List;
import java.util.Optional;

/** Heads of the trail that are kept outside the database; implemented by the part with the checkpoints. */
public interface KeptHeads {
    /**
     * A head that the trail must still contain.
     *
     * @param place what has it, such as <em>checkpoint</em> and the name of a file
     */
    record KeptHead(AuditHead head, String place) {}

    /**
     * All that is kept.
     *
     * @param altered the first place whose content the portal did not write; empty if there is none
     */
    record All(List<KeptHead> heads, Optional<String> altered) {}

    /**
     * Reads all of them.
     *
     * @throws IllegalStateException if they cannot be read; the message says why, without a period
     */
    All readAll();
}

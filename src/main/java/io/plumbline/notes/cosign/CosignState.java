package io.plumbline.notes.cosign;

import io.plumbline.shared.ids.StaffId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The co-signature of a note that the current user has open.
 *
 * @param waiting what the note waits for; null if it does not wait for a co-signature
 * @param decisions what was decided, in order
 */
public record CosignState(@Nullable Waiting waiting, List<Decision> decisions) {
    /**
     * A note that waits for a co-signature.
     *
     * @param supervisor the name of who co-signs now; empty if nobody can
     * @param mine whether the current user may decide
     * @param returned whether its author has to answer first
     * @param seen what to pass with the decision
     */
    public record Waiting(String supervisor, boolean mine, boolean returned, CosignSeen seen) {}

    /**
     * A signed decision.
     *
     * @param remark empty for a co-signature
     * @param contentHash the hash of the signed content
     * @param intact whether it still has the signed content
     */
    public record Decision(
            CosignDecision kind,
            String remark,
            StaffId signer,
            String by,
            Instant at,
            String contentHash,
            boolean intact) {}

    /** Returns the co-signature; empty if there is none. */
    public Optional<Decision> cosignature() {
        return decisions.stream()
                .filter(one -> one.kind() == CosignDecision.COSIGNED)
                .findFirst();
    }
}

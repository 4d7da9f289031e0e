package io.plumbline.notes.cosign;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The notes of some clinics that wait for a co-signature, for the manager: no clinical content.
 *
 * @param notes how many
 * @param oldest the day of the oldest; null if there is none
 * @param withoutSupervisor how many of them nobody can co-sign
 * @param unsupervised the names of the authors of those
 */
public record AwaitingCosignature(
        long notes, @Nullable LocalDate oldest, long withoutSupervisor, List<String> unsupervised) {
    /** No note waits. */
    public static final AwaitingCosignature NONE = new AwaitingCosignature(0, null, 0, List.of());
}

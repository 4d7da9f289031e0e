package io.plumbline.practitioners;

import io.plumbline.shared.StaffId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A credential of a practitioner.
 *
 * @param verification null while nobody has verified it
 * @param revocation null where it was not revoked
 */
public record CredentialRow(
        UUID id,
        long version,
        StaffId practitioner,
        CredentialDraft draft,
        @Nullable Verification verification,
        @Nullable Revocation revocation) {
    /** Which manager saw the proof, and when. */
    public record Verification(Instant at, StaffId by, String name) {}

    /** From which day it is void, and why. */
    public record Revocation(LocalDate on, String reason) {}

    /** What decides where it stands. */
    public CredentialTerms terms() {
        return new CredentialTerms(
                draft.validFrom(),
                draft.validUntil(),
                verification != null,
                revocation == null ? null : revocation.on());
    }

    /** Whether a verified credential of the same kind for the same discipline took its place. */
    public boolean isReplacedBy(Collection<CredentialRow> others) {
        return others.stream()
                .filter(other -> !other.id.equals(id) && other.practitioner.equals(practitioner))
                .filter(other -> other.draft.kind() == draft.kind()
                        && Objects.equals(other.draft.discipline(), draft.discipline()))
                .filter(other -> other.verification != null && other.revocation == null)
                .anyMatch(other -> revocation != null || other.endsAfter(this));
    }

    private boolean endsAfter(CredentialRow earlier) {
        var end = draft.validUntil();
        var earlierEnd = earlier.draft.validUntil();
        return earlierEnd != null && (end == null || end.isAfter(earlierEnd));
    }
}

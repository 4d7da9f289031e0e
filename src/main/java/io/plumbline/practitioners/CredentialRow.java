package io.plumbline.practitioners;

import io.plumbline.shared.StaffId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
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

    /**
     * Where it stands beside the other credentials of its practitioner: what is renewed without a gap does not expire.
     *
     * @return empty where a verified credential of the same kind for the same discipline has taken its place by that day
     */
    public Optional<CredentialState> state(Collection<CredentialRow> all, LocalDate day) {
        if (followers(all).anyMatch(next -> !next.draft.validFrom().isAfter(day))) {
            return Optional.empty();
        }
        var state = terms().state(day);
        return Optional.of(state == CredentialState.EXPIRING && isRenewed(all) ? CredentialState.VALID : state);
    }

    private boolean isRenewed(Collection<CredentialRow> all) {
        var end = terms().voidFrom();
        return end != null
                && followers(all).anyMatch(next -> !next.draft.validFrom().isAfter(end));
    }

    /** What goes on beyond its end; it may begin only after a gap. */
    private Stream<CredentialRow> followers(Collection<CredentialRow> all) {
        var end = terms().voidFrom();
        return all.stream()
                .filter(other -> !other.id.equals(id) && other.practitioner.equals(practitioner))
                .filter(other -> other.draft.kind() == draft.kind()
                        && Objects.equals(other.draft.discipline(), draft.discipline()))
                .filter(other -> other.verification != null && other.revocation == null)
                .filter(other -> end != null && other.lastsTo(end));
    }

    private boolean lastsTo(LocalDate day) {
        var until = draft.validUntil();
        return until == null || !until.isBefore(day);
    }
}

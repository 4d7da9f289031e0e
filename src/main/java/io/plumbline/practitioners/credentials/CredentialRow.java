package io.plumbline.practitioners.credentials;

import io.plumbline.shared.ids.StaffId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A credential of a practitioner.
 *
 * @param verification null while it is not verified
 * @param revocation null if it was not revoked
 */
public record CredentialRow(
        CredentialId id,
        long version,
        StaffId practitioner,
        CredentialDraft draft,
        @Nullable Verification verification,
        @Nullable Revocation revocation) {
    /** The manager who saw the proof, and when. */
    public record Verification(Instant at, StaffId by, String name) {}

    /** The day from which the credential is revoked, and the reason. */
    public record Revocation(LocalDate on, String reason) {}

    /** Returns the terms that decide the credential's status. */
    public CredentialTerms terms() {
        return new CredentialTerms(
                draft.validFrom(),
                draft.validUntil(),
                verification != null,
                revocation == null ? null : revocation.on());
    }

    /**
     * Returns the credential's status, given the other credentials of its practitioner: one that is renewed without a
     * gap does not expire.
     *
     * @return empty if a verified credential of the same kind for the same discipline has replaced it by that day
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

    /** Returns the credentials that continue beyond the end of this one; they may begin after a gap. */
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

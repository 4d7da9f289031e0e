package io.plumbline.practitioners.credentials;

import io.plumbline.practitioners.Discipline;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The content of a credential.
 *
 * @param discipline the discipline that it covers; null if it covers none, such as insurance
 * @param issuer the organization or state that issued it
 * @param validUntil the last valid day; null if it does not expire
 */
public record CredentialDraft(
        CredentialKind kind,
        @Nullable Discipline discipline,
        String number,
        String issuer,
        LocalDate validFrom,
        @Nullable LocalDate validUntil) {
    /** Returns the name of the credential: the kind and the discipline. */
    public String title() {
        return discipline == null ? kind.label() : kind.label() + ", " + discipline.label();
    }
}

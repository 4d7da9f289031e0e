package io.plumbline.practitioners;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What is written on a credential.
 *
 * @param discipline what it entitles to; null for what is for no discipline, such as insurance
 * @param issuer who gave it, or the state that did
 * @param validUntil the last valid day; null where it does not end
 */
public record CredentialDraft(
        CredentialKind kind,
        @Nullable Discipline discipline,
        String number,
        String issuer,
        LocalDate validFrom,
        @Nullable LocalDate validUntil) {
    /** What it is called: its kind, and for what. */
    public String title() {
        return discipline == null ? kind.word() : kind.word() + ", " + discipline.word();
    }
}

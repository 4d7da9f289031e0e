package io.plumbline.practitioners;

import io.plumbline.shared.ClinicId;
import org.jspecify.annotations.Nullable;

/**
 * Whom the directory shows; what is null or empty does not narrow it.
 *
 * @param name the beginning of a word of the name
 * @param modality its code
 * @param credential a state in which one of their credentials is, unless another took its place; or that none is on
 *     record
 * @param left whether to show those who do not work here any more, instead of those who do
 */
public record PractitionerFilter(
        String name,
        @Nullable Discipline discipline,
        @Nullable ClinicId clinic,
        @Nullable String modality,
        @Nullable CredentialState credential,
        boolean left) {
    /** Everybody who works here. */
    public static PractitionerFilter none() {
        return new PractitionerFilter("", null, null, null, null, false);
    }
}

package io.plumbline.practitioners.directory;

import io.plumbline.practitioners.Discipline;
import io.plumbline.practitioners.credentials.CredentialState;
import io.plumbline.shared.ids.ClinicId;
import org.jspecify.annotations.Nullable;

/**
 * A filter of the directory; a null or empty field does not filter.
 *
 * @param name the beginning of a word of the name
 * @param modality its code
 * @param credential a status of one of their credentials, unless another replaced it; or that none is on record
 * @param left whether to show those who no longer work here, instead of those who do
 */
public record PractitionerFilter(
        String name,
        @Nullable Discipline discipline,
        @Nullable ClinicId clinic,
        @Nullable String modality,
        @Nullable CredentialState credential,
        boolean left) {
    /** Returns a filter for everybody who works here. */
    public static PractitionerFilter none() {
        return new PractitionerFilter("", null, null, null, null, false);
    }
}

package io.plumbline.practitioners;

import io.plumbline.shared.ClinicId;
import io.plumbline.shared.StaffId;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A practitioner in the directory.
 *
 * @param credential the state of theirs that needs somebody most
 * @param kind of which credential that is; null where there is none
 */
public record PractitionerRow(
        StaffId id,
        String name,
        String sortKey,
        Set<Discipline> disciplines,
        String languages,
        boolean active,
        Set<ClinicId> clinics,
        CredentialState credential,
        @Nullable CredentialKind kind) {
    PractitionerRow at(Set<ClinicId> places) {
        return new PractitionerRow(id, name, sortKey, disciplines, languages, active, places, credential, kind);
    }

    /** The credential that needs somebody most, and why; empty where all are valid. */
    public String credentialWords() {
        if (credential == CredentialState.VALID) {
            return "";
        }
        return kind == null || kind == CredentialKind.OTHER
                ? credential.word()
                : kind.word() + " " + credential.word().toLowerCase(Locale.ROOT);
    }
}
